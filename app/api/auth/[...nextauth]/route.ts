import { handlers } from "@/server/mounts/auth";

export const { GET, POST } = handlers;
