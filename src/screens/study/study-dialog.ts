/** What can be opened over a session. */
export type StudyDialog = 'edit' | 'info' | 'report' | 'shortcuts' | 'hands-free' | 'win';

/** Opens one, or closes the one that is open. */
export type OpenDialog = (dialog: StudyDialog | undefined) => void;
