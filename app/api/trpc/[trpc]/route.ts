import { handleTrpc } from "@/server/mounts/trpc";

export { handleTrpc as GET, handleTrpc as POST };
