import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { serviceTypes, zones } from "@/db/schema/ordering";
import { aPerson } from "@/server/contexts/identity/testing";
import { visitor } from "@/server/kernel/actor";
import { newId } from "@/server/kernel/ids";
import { money } from "@/server/kernel/money";
import { actingAs, createCtx } from "@/server/platform/context";
import { listAllServiceTypes, listServiceTypes } from "../queries/list-service-types";
import { listAllZones, listZones } from "../queries/list-zones";
import { aPlacedOrder, aServiceType, aServiceTypeInput, auditAbout, aZone, eventsAbout, readOrder } from "../testing";
import { defineServiceType } from "./define-service-type";
import { defineZone } from "./define-zone";

const ctx = createCtx();
const manager = aPerson("manager");
const office = actingAs(ctx, manager);

describe("a service type (R-021)", () => {
	it("is made by a manager, on record, and told to the others", async () => {
		const { serviceTypeId } = await aServiceType(office);
		const rows = await ctx.db.select().from(serviceTypes).where(eq(serviceTypes.id, serviceTypeId));
		expect(rows).toMatchObject([{ version: 1, basePrice: 10000n, durationMinutes: 90, active: true }]);
		expect(await auditAbout(ctx, `service-type:${serviceTypeId}`, "ordering.define-service-type")).toMatchObject([
			{ actor: { id: manager.accountId }, before: null, after: { basePrice: "10000", version: 1 } },
		]);
		const told = await eventsAbout(ctx, `serviceType:${serviceTypeId}`);
		expect(told).toMatchObject([{ name: "ordering/service-type.changed", data: { version: 1, active: true } }]);
	});

	it("is edited and told with a version that grows", async () => {
		const input = aServiceTypeInput();
		const { serviceTypeId } = await defineServiceType(office, input);
		await defineServiceType(office, {
			...input,
			idempotencyKey: newId(),
			serviceTypeId,
			version: 1,
			basePrice: money(12550n),
		});
		const rows = await ctx.db.select().from(serviceTypes).where(eq(serviceTypes.id, serviceTypeId));
		expect(rows).toMatchObject([{ version: 2, basePrice: 12550n }]);
		expect((await eventsAbout(ctx, `serviceType:${serviceTypeId}`)).map(({ data }) => data.version)).toEqual([1, 2]);
		const [, edited] = await auditAbout(ctx, `service-type:${serviceTypeId}`, "ordering.define-service-type");
		expect(edited).toMatchObject({ before: { basePrice: "10000" }, after: { basePrice: "12550" } });
	});

	it("does not lose an edit when two are made at once: one is refused as stale", async () => {
		const input = aServiceTypeInput();
		const { serviceTypeId } = await defineServiceType(office, input);
		const edit = (en: string) =>
			defineServiceType(office, {
				...input,
				idempotencyKey: newId(),
				serviceTypeId,
				version: 1,
				name: { en, ru: "Диван" },
			});
		const results = await Promise.allSettled([edit("Sofa A"), edit("Sofa B")]);
		expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "common.stale" } });
	});

	it("that is retired is offered no more, and old orders keep what they were placed with", async () => {
		const input = aServiceTypeInput();
		const { serviceTypeId } = await defineServiceType(office, input);
		const { orderId } = await aPlacedOrder(ctx, undefined, { serviceTypeId });
		await defineServiceType(office, {
			...input,
			idempotencyKey: newId(),
			serviceTypeId,
			version: 1,
			name: { en: "Renamed", ru: "Переименован" },
			basePrice: money(1n),
			active: false,
		});
		expect(await readOrder(ctx, orderId)).toMatchObject({
			serviceName: { en: "Sofa scratching" },
			basePrice: 10000n,
			state: "placed",
		});
		expect((await listServiceTypes(ctx)).map((type) => type.serviceTypeId)).not.toContain(serviceTypeId);
		const { types } = await listAllServiceTypes(office);
		expect(types.find((type) => type.serviceTypeId === serviceTypeId)).toMatchObject({ active: false, version: 2 });
	});

	it("starts with the price of the policy", async () => {
		expect(await listAllServiceTypes(office)).toMatchObject({ startingPrice: 10000n });
	});

	it("is made once for one key, and refused when it is not known", async () => {
		const input = aServiceTypeInput();
		const [first, second] = await Promise.all([defineServiceType(office, input), defineServiceType(office, input)]);
		expect(second).toEqual(first);
		await expect(
			defineServiceType(office, { ...input, idempotencyKey: newId(), serviceTypeId: newId(), version: 1 }),
		).rejects.toMatchObject({ code: "common.not_found" });
	});

	it.each(["client", "worker", "warehouse"] as const)("is not defined or listed by a %s", async (role) => {
		const them = actingAs(ctx, aPerson(role));
		await expect(aServiceType(them)).rejects.toMatchObject({ code: "common.not_allowed" });
		await expect(listAllServiceTypes(them)).rejects.toMatchObject({ code: "common.not_allowed" });
		await expect(aZone(them)).rejects.toMatchObject({ code: "common.not_allowed" });
		await expect(listAllZones(them)).rejects.toMatchObject({ code: "common.not_allowed" });
	});

	it("is not defined by a visitor", async () => {
		await expect(aServiceType(actingAs(ctx, visitor))).rejects.toMatchObject({ code: "common.sign_in_first" });
	});
});

describe("a zone", () => {
	it("is made, renamed and closed by a manager, on record", async () => {
		const { zoneId } = await aZone(office);
		expect((await listZones(ctx)).map((zone) => zone.zoneId)).toContain(zoneId);
		await defineZone(office, {
			idempotencyKey: newId(),
			zoneId,
			version: 1,
			name: { en: "Old town", ru: "Старый город" },
			active: false,
		});
		expect(await ctx.db.select().from(zones).where(eq(zones.id, zoneId))).toMatchObject([
			{ version: 2, name: { en: "Old town" }, active: false },
		]);
		expect(await auditAbout(ctx, `zone:${zoneId}`, "ordering.define-zone")).toMatchObject([
			{ before: null, after: { version: 1 } },
			{ before: { name: { en: "Riverside" } }, after: { name: { en: "Old town" }, version: 2 } },
		]);
		expect((await listZones(ctx)).map((zone) => zone.zoneId)).not.toContain(zoneId);
		expect((await listAllZones(office)).map((zone) => zone.zoneId)).toContain(zoneId);
	});

	it("is not edited from an old version", async () => {
		const { zoneId } = await aZone(office);
		const edit = { idempotencyKey: newId<string>(), zoneId, version: 7, name: { en: "A", ru: "А" }, active: true };
		await expect(defineZone(office, edit)).rejects.toMatchObject({ code: "common.stale" });
	});
});
