import { restoreSnapshot } from "@/server/demo/snapshot/restore";
import { env } from "@/server/platform/env";
import { fileStore } from "@/server/platform/files/store";

/** Run by the starter for a new demo, on its empty database. */
const { DATABASE_URL, APP_URL } = env();
await restoreSnapshot({ url: DATABASE_URL, files: fileStore(), address: APP_URL });
