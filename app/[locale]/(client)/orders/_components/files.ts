/** Where a photo is served to whoever may see it. */
export const photoOf = (fileId: string | null): string | null => fileId && `/api/files/${fileId}`;
