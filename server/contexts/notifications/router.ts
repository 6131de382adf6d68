import { anyone, managers, router } from "@/server/trpc/procedures";
import { mailboxInput, messageInput, orderInput } from "./contracts";
import { getAttention } from "./queries/get-attention";
import { getMailboxMessage } from "./queries/get-mailbox-message";
import { getOfficeOrder } from "./queries/get-office-order";
import { listMailbox } from "./queries/list-mailbox";

export const notificationsRouter = router({
	/** For every visitor of a demo, who may be anybody there. Outside of a demo neither of these exists. */
	mailbox: anyone.input(mailboxInput).query(({ ctx, input }) => listMailbox(ctx, input)),
	mailboxMessage: anyone.input(messageInput).query(({ ctx, input }) => getMailboxMessage(ctx, input)),
	attention: managers.query(({ ctx }) => getAttention(ctx)),
	officeOrder: managers.input(orderInput).query(({ ctx, input }) => getOfficeOrder(ctx, input)),
});
