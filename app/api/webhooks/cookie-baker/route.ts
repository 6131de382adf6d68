export { cookieBakerWebhook as POST } from "@/server/mounts/cookie-baker";
