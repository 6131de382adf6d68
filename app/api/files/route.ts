export { handleUpload as POST } from "@/server/mounts/files";
