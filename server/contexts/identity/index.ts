/** The public face of identity: who is this? */

export { closeSession } from "./commands/close-session";
export { inviteAdmin } from "./commands/invite-admin";
export { openSession } from "./commands/open-session";
export { registerAccount } from "./commands/register-account";
export { findSession } from "./queries/find-session";
export {
	type Account,
	getAccount,
	getAccountByEmail,
	getAccountOfClient,
	getAccountOfWorker,
	personOf,
} from "./queries/get-account";
export { listSignedIn } from "./queries/list-signed-in";
