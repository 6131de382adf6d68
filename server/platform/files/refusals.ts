import { defineRefusals } from "@/server/kernel/errors";

export const fileRefusals = defineRefusals("files", {
	too_large: "PAYLOAD_TOO_LARGE",
	not_a_picture: "UNSUPPORTED_MEDIA_TYPE",
	unknown: "NOT_FOUND",
	already_used: "CONFLICT",
	no_room: "SERVICE_UNAVAILABLE",
});
