/** Where bytes are kept, by key. A key is written once and never changed. */
export type FileStore = {
	put(key: string, bytes: Uint8Array, mime: string): Promise<void>;
	/** Null when there is nothing by that key. */
	get(key: string): Promise<Uint8Array | null>;
	remove(key: string): Promise<void>;
};
