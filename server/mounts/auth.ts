export { handlers } from "@/server/contexts/identity/http";
