import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { FileStore } from "./file-store";

type Bucket = { endpoint: string; region: string; bucket: string; accessKeyId: string; secretAccessKey: string };

/** Files in a bucket of any S3-compatible store. */
export function createS3Store({ endpoint, region, bucket, ...credentials }: Bucket): FileStore {
	const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
	return {
		async put(key, bytes, mime) {
			await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: mime }));
		},
		async get(key) {
			try {
				const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
				return Body ? await Body.transformToByteArray() : null;
			} catch (error) {
				if (error instanceof NoSuchKey) return null;
				throw error;
			}
		},
		async remove(key) {
			await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
		},
	};
}
