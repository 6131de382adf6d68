export { cookieBakerSandbox as POST } from "@/server/mounts/cookie-baker";
