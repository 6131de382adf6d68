import { mirrorAccountOnAccountChanged } from "./mirror-account";
import { sendMessages } from "./send-messages";

export const notificationsFunctions = [mirrorAccountOnAccountChanged, ...sendMessages];
