#include "CExpat.h"

#if XML_MAJOR_VERSION < 2 || (XML_MAJOR_VERSION == 2 && XML_MINOR_VERSION < 5)
#error "expat 2.5 or newer is needed"
#endif
