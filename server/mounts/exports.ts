import {
	exportBonuses,
	exportComingInvoices,
	exportInvoices,
	exportLedger,
	exportPayouts,
} from "@/server/contexts/billing/http";
import { exportCandidates, exportWorkers } from "@/server/contexts/hiring/http";
import { exportClients } from "@/server/contexts/identity/http";
import { exportOrders } from "@/server/contexts/ordering/http";
import { commonRefusals } from "@/server/kernel/errors";
import { exportAudit } from "@/server/platform/audit/http";
import type { Ctx } from "@/server/platform/context";
import { answering } from "./files";

const exports: Record<string, (ctx: Ctx, address: URLSearchParams) => Promise<Response>> = {
	audit: exportAudit,
	bonuses: exportBonuses,
	candidates: exportCandidates,
	clients: exportClients,
	"coming-invoices": exportComingInvoices,
	invoices: exportInvoices,
	ledger: exportLedger,
	orders: exportOrders,
	payouts: exportPayouts,
	workers: exportWorkers,
};

/** `GET /api/exports/<list>?…`: the list that the page with the same address shows, all of it, as CSV. */
export const handleExport = (request: Request, list: string): Promise<Response> =>
	answering(request, (ctx) => {
		const take = Object.hasOwn(exports, list) ? exports[list] : undefined;
		if (!take) throw commonRefusals.because("not_found");
		return take(ctx, new URL(request.url).searchParams);
	});
