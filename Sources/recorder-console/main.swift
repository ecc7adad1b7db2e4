print("recorder-console")
