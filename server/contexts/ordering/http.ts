import { csvAmount } from "@/server/kernel/csv";
import type { Ctx } from "@/server/platform/context";
import { exportList } from "@/server/platform/export";
import { officeOrdersList } from "./contracts";
import { listOfficeOrders } from "./queries/list-office-orders";

/** The office's orders as CSV, as the address of their page asks for them. */
export const exportOrders = (ctx: Ctx, address: URLSearchParams): Promise<Response> =>
	exportList(ctx, {
		name: officeOrdersList.name,
		asked: officeOrdersList.fromAddress(address),
		read: (asked) => listOfficeOrders(ctx, asked),
		columns: {
			number: ({ number }) => number,
			state: ({ state }) => state,
			service: ({ serviceName }) => serviceName.en,
			client: ({ clientName }) => clientName,
			worker: ({ worker }) => worker?.name,
			starts_at: ({ startsAt }) => startsAt,
			duration_minutes: ({ durationMinutes }) => durationMinutes,
			zone: ({ zoneName }) => zoneName,
			address: ({ address }) => address,
			price: ({ price }) => csvAmount(price),
			placed_at: ({ placedAt }) => placedAt,
			order_id: ({ orderId }) => orderId,
			client_id: ({ clientId }) => clientId,
			worker_id: ({ worker }) => worker?.workerId,
		},
	});
