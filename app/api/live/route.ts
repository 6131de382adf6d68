export { handleLive as GET } from "@/server/mounts/live";
