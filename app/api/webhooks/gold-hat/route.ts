export { goldHatWebhook as POST } from "@/server/mounts/gold-hat";
