import { admins, anyone, managers, router } from "@/server/trpc/procedures";
import { resendMessage } from "./commands/resend-message";
import { deliveriesList, mailboxInput, messageInput, orderInput, resendInput } from "./contracts";
import { getAttention } from "./queries/get-attention";
import { getDelivery } from "./queries/get-delivery";
import { getMailboxMessage } from "./queries/get-mailbox-message";
import { getOfficeOrder } from "./queries/get-office-order";
import { countDeliveries, getDeliveryFigures, listDeliveries } from "./queries/list-deliveries";
import { listMailbox } from "./queries/list-mailbox";

export const notificationsRouter = router({
	/** For every visitor of a demo, who may be anybody there. Outside of a demo neither of these exists. */
	mailbox: anyone.input(mailboxInput).query(({ ctx, input }) => listMailbox(ctx, input)),
	mailboxMessage: anyone.input(messageInput).query(({ ctx, input }) => getMailboxMessage(ctx, input)),
	attention: managers.query(({ ctx }) => getAttention(ctx)),
	listDeliveries: managers.input(deliveriesList.input).query(({ ctx, input }) => listDeliveries(ctx, input)),
	countDeliveries: managers.input(deliveriesList.filtersOnly).query(({ ctx, input }) => countDeliveries(ctx, input)),
	deliveryFigures: managers.query(({ ctx }) => getDeliveryFigures(ctx)),
	getDelivery: managers.input(messageInput).query(({ ctx, input }) => getDelivery(ctx, input)),
	resend: admins.input(resendInput).mutation(({ ctx, input }) => resendMessage(ctx, input)),
	officeOrder: managers.input(orderInput).query(({ ctx, input }) => getOfficeOrder(ctx, input)),
});
