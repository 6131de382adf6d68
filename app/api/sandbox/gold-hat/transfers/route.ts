export { goldHatSandbox as POST } from "@/server/mounts/gold-hat";
