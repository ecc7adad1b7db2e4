// What a process might try, one thing at a time: much of it Swift does not let itself be written.
#ifndef CATTEMPTS_H
#define CATTEMPTS_H

/// Makes the attempt of that name with one or two words (NULL: none); returns 0 when it was done,
/// the errno it was refused with, or -1 where there is no such attempt.
int attempt(const char *name, const char *first, const char *second);

/// The name of an errno, such as EPERM.
const char *attempt_error(int number);

/// Has the kernel answer as one without Landlock, with this errno; returns 0 or -1.
int attempt_without_landlock(int number);

/// Begins a thread that does nothing until the process ends.
void attempt_begin_thread(void);

#endif
