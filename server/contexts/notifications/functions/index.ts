import { forgetCandidateOnErased } from "./forget-candidate";
import { mirrorAccountOnAccountChanged } from "./mirror-account";
import { resendOnMessageResent } from "./resend-message";
import { sendMessages } from "./send-messages";

export const notificationsFunctions = [
	forgetCandidateOnErased,
	mirrorAccountOnAccountChanged,
	resendOnMessageResent,
	...sendMessages,
];
