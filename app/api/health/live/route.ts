export { live as GET } from "@/server/mounts/health";

export const dynamic = "force-dynamic";
