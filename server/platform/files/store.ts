import { perProcess } from "@/server/kernel/per-process";
import { env } from "../env";
import { createDiskStore } from "./disk";
import type { FileStore } from "./file-store";
import { createS3Store } from "./s3";

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
