import { z } from "zod";
import { roles } from "@/server/kernel/actor";
import { defineRefusals } from "@/server/kernel/errors";
import { clientId } from "@/server/kernel/ids";
import { defineList } from "@/server/kernel/list";
import { line, phone, prose } from "@/server/kernel/text";

export const identityRefusals = defineRefusals("identity", {
	email_taken: "CONFLICT",
	unknown_account: "NOT_FOUND",
	account_inactive: "FORBIDDEN",
	admin_exists: "CONFLICT",
	too_many_views: "PRECONDITION_FAILED",
	invitation_unknown: "NOT_FOUND",
	invitation_used: "CONFLICT",
	invitation_replaced: "CONFLICT",
	invitation_expired: "PRECONDITION_FAILED",
});

const locale = z.enum(["en", "ru"]);

export const registerAccountInput = z.object({
	name: line(80),
	email: z.email().max(254).toLowerCase(),
	phone: phone.or(z.literal("")),
	locale,
	roles: z.array(z.enum(roles)).max(roles.length),
});

export const setLocaleInput = z.object({ locale });

/** For the command palette: a few, at once. */
export const searchPeopleInput = z.object({ search: line(100), limit: z.int().min(1).max(20).default(6) });
export const inviteAdminInput = z.object({ email: z.email().max(254).toLowerCase() });

/** The secret of an invitation's link. */
const invitationToken = z.string().min(1).max(100);

export const invitationInput = z.object({ token: invitationToken });

export const acceptInvitationInput = z.object({ token: invitationToken, locale });

const listName = z.string().regex(/^[a-z][a-z-]{0,39}$/);

export const savedViewsInput = z.object({ list: listName });

export const saveViewInput = z.object({
	list: listName,
	name: line(60),
	/** What the address of the list says. */
	query: line(2000).or(z.literal("")),
});

export const forgetViewInput = z.object({ viewId: z.uuid() });

/** The office's table of clients. */
export const clientsList = defineList({
	name: "clients",
	filters: {
		active: z.enum(["yes", "no"]),
		/** A part of the name or of the e-mail. */
		search: prose(100),
	},
	sorts: { name: ["text", "id"], since: ["instant", "id"] },
	sort: "name",
	order: "asc",
});

export const clientInput = z.object({ clientId });
