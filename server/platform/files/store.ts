import { perProcess } from "@/server/kernel/per-process";
import { env } from "../env";
import { createDiskStore } from "./disk";
import { createS3Store } from "./s3";

/** Where bytes are kept, by key. A key is written once and never changed. */
export type FileStore = {
	put(key: string, bytes: Uint8Array, mime: string): Promise<void>;
	/** Null when there is nothing by that key. */
	get(key: string): Promise<Uint8Array | null>;
	remove(key: string): Promise<void>;
};

/** The store that the environment names: S3 where a bucket is set, else a folder. */
export const fileStore = (): FileStore => perProcess("file-store", chooseStore);

function chooseStore(): FileStore {
	const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY, FILES_DIR } = env();
	if (S3_BUCKET && S3_REGION && S3_ENDPOINT && S3_ACCESS_KEY && S3_SECRET_KEY) {
		return createS3Store({
			endpoint: S3_ENDPOINT,
			region: S3_REGION,
			bucket: S3_BUCKET,
			accessKeyId: S3_ACCESS_KEY,
			secretAccessKey: S3_SECRET_KEY,
		});
	}
	if (!FILES_DIR) throw new Error("neither FILES_DIR nor S3_BUCKET is set");
	return createDiskStore(FILES_DIR);
}
