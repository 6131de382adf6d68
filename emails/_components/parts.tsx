import { Button, Column, Row, Section, Text } from "@react-email/components";
import type { ReactNode } from "react";
import type { Letter } from "./letter";
import { look } from "./look";

export const Paragraph = ({ children }: { children: ReactNode }) => (
	<Text style={{ margin: "0 0 16px", fontSize: 16, lineHeight: "24px", color: look.ink }}>{children}</Text>
);

/** The one thing to do. */
export const Action = ({ href, children }: { href: string; children: ReactNode }) => (
	<Section style={{ margin: "8px 0 16px" }}>
		<Button
			href={href}
			style={{
				...{ backgroundColor: look.accent, color: look.onAccent, borderRadius: 8, padding: "12px 20px" },
				...{ fontSize: 16, lineHeight: "24px", fontWeight: 600, textDecoration: "none" },
			}}
		>
			{children}
		</Button>
	</Section>
);

/** Facts by name, one a line; what is null is left out. */
export const Facts = ({ rows }: { rows: [term: string, description: string | null][] }) => (
	<Section style={{ margin: "0 0 16px", borderTop: `1px solid ${look.line}` }}>
		{rows.map(
			([term, description]) =>
				description !== null && (
					<Row key={term} style={{ borderBottom: `1px solid ${look.line}` }}>
						<Column style={{ ...cell, width: 132, color: look.muted }}>{term}</Column>
						<Column style={{ ...cell, color: look.ink, fontWeight: 600 }}>{description}</Column>
					</Row>
				),
		)}
	</Section>
);

const cell = { padding: "8px 8px 8px 0", fontSize: 14, lineHeight: "20px", verticalAlign: "top" } as const;

/** What mails say about an order. */
export type OrderFacts = {
	orderId: string;
	orderNumber: number;
	serviceName: { en: string; ru: string };
	startsAt: Date;
	durationMinutes: number;
	address: string;
};

/** The order in brief, and what more a mail has to say by name. */
export const OrderInBrief = ({
	letter,
	order,
	more = [],
}: {
	letter: Letter;
	order: OrderFacts;
	more?: [term: string, description: string | null][];
}) => (
	<Facts
		rows={[
			[letter.t("facts.order"), String(order.orderNumber)],
			[letter.t("facts.service"), order.serviceName[letter.locale]],
			[letter.t("facts.when"), `${letter.moment(order.startsAt)} (${letter.duration(order.durationMinutes)})`],
			[letter.t("facts.where"), order.address],
			...more,
		]}
	/>
);

export type FailureReason = "never-staffed" | "no-show" | "gave-up" | "decided-by-manager";
export type Outcome = "completed" | "failed" | "cancelled";
