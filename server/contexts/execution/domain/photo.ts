/** What a photo belongs to, as the file store names it. Two subjects, so that one picture is not both. */
export const startPhotoOf = (orderId: string): string => `start:${orderId}`;
export const reportPhotoOf = (orderId: string): string => `report:${orderId}`;

/** The order of a photo's subject; null for anything else. */
export const orderOfPhoto = (subject: string): string | null =>
	/^(?:start|report):([0-9a-f-]{36})$/.exec(subject)?.[1] ?? null;
