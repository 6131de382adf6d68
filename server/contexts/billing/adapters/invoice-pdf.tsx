import { Document, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import { createTranslator } from "next-intl";
import { messages } from "@/messages/catalogue";
import { type FormatLocale, formatDate, formatMoney, formatPercent } from "@/server/kernel/format";
import { negate } from "@/server/kernel/money";
import { printable } from "@/server/kernel/printable";
import { fontFamily } from "@/server/platform/pdf-fonts";
import type { ShownInvoice } from "../queries/get-invoice";

const grey = "#555555";
const styles = StyleSheet.create({
	page: { padding: 48, fontFamily, fontSize: 10, lineHeight: 1.4 },
	head: { flexDirection: "row", justifyContent: "space-between", alignItems: "flex-end", marginBottom: 20 },
	title: { fontSize: 24, fontWeight: 600 },
	fact: { flexDirection: "row", paddingVertical: 3 },
	term: { width: 120, color: grey },
	row: { flexDirection: "row", borderBottomWidth: 0.5, borderBottomColor: "#bbbbbb", paddingVertical: 6, gap: 8 },
	columns: { color: grey, marginTop: 16 },
	what: { flex: 1 },
	money: { width: 80, textAlign: "right" },
	percent: { width: 56, textAlign: "right" },
	total: { flexDirection: "row", justifyContent: "flex-end", gap: 24, marginTop: 12, fontSize: 14, fontWeight: 600 },
	note: { marginTop: 24, color: grey },
});

type Look = { locale: FormatLocale; timeZone: string; sign: string };

/** An invoice as PDF: A4, black on white, as many pages as its lines need, with where the client stands on the ladder. */
export async function renderInvoice(invoice: ShownInvoice, look: Look): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await renderToBuffer(<Invoice invoice={invoice} look={look} />));
}

const wordsIn = (locale: FormatLocale) =>
	createTranslator({ locale, messages: messages[locale], namespace: "billing.invoice" });

function Invoice({ invoice, look }: { invoice: ShownInvoice; look: Look }) {
	const t = wordsIn(look.locale);
	const title = t("title", { number: invoice.number });
	const facts = [
		[t("client"), printable(invoice.clientName)],
		[t("issued"), formatDate(invoice.issuedAt, look)],
		[t("until"), formatDate(invoice.cutoffAt, look)],
	] as const;
	return (
		<Document title={title} author={messages[look.locale].common.appName} language={look.locale}>
			<Page size="A4" style={styles.page}>
				<View style={styles.head}>
					<Text style={styles.title}>{title}</Text>
					<Text style={{ color: grey }}>{messages[look.locale].common.appName}</Text>
				</View>
				{facts.map(([term, description]) => (
					<View key={term} style={styles.fact}>
						<Text style={styles.term}>{term}</Text>
						<Text style={{ fontWeight: 600 }}>{description}</Text>
					</View>
				))}
				<Lines lines={invoice.lines} look={look} />
				<View wrap={false}>
					<View style={styles.total}>
						<Text>{t("total")}</Text>
						<Text>{formatMoney(invoice.total, look)}</Text>
					</View>
				</View>
				<Credits invoice={invoice} look={look} />
				<View wrap={false}>
					<Text style={styles.note}>{ladderWords(invoice, look)}</Text>
				</View>
			</Page>
		</Document>
	);
}

function Lines({ lines, look }: { lines: ShownInvoice["lines"]; look: Look }) {
	const t = wordsIn(look.locale);
	return (
		<>
			<View style={{ ...styles.row, ...styles.columns }} fixed>
				<Text style={styles.what}>{t("order")}</Text>
				<Text style={styles.money}>{t("listPrice")}</Text>
				<Text style={styles.percent}>{t("discount")}</Text>
				<Text style={styles.money}>{t("amount")}</Text>
			</View>
			{lines.map((line) => (
				<View key={`${line.orderId} ${line.ending} ${line.kind}`} style={styles.row} wrap={false}>
					<View style={styles.what}>
						<Text>{printable(line.serviceName[look.locale])}</Text>
						<Text style={{ color: grey }}>
							{t(line.kind, {
								number: String(line.orderNumber),
								day: formatDate(line.startsAt, look),
								outcome: line.outcome,
							})}
						</Text>
					</View>
					<Text style={styles.money}>{formatMoney(line.listPrice, look)}</Text>
					<Text style={styles.percent}>{formatPercent(line.discountPercent, look)}</Text>
					<Text style={styles.money}>{formatMoney(line.amount, look)}</Text>
				</View>
			))}
		</>
	);
}

/** What was waived since, why, what of it goes back, and what is left to pay: so that the paper says what the page says. */
function Credits({ invoice: { credits, due, total }, look }: { invoice: ShownInvoice; look: Look }) {
	const t = wordsIn(look.locale);
	if (credits.length === 0) return null;
	return (
		<>
			<Text style={styles.columns}>{t("since")}</Text>
			{credits.map(({ creditNoteId, orderNumber, reason, amount, grantedAt, refund }) => (
				<View key={creditNoteId} style={styles.row} wrap={false}>
					<View style={styles.what}>
						<Text>{printable(t("waivedOf", { number: String(orderNumber), reason }))}</Text>
						<Text style={{ color: grey }}>
							{[formatDate(grantedAt, look), refund && t(`refund.${refund.state}`)].filter(Boolean).join(" · ")}
						</Text>
					</View>
					<Text style={styles.money}>{formatMoney(negate(amount), look)}</Text>
				</View>
			))}
			{due > 0n && due < total && (
				<View style={styles.total} wrap={false}>
					<Text>{t("left")}</Text>
					<Text>{formatMoney(due, look)}</Text>
				</View>
			)}
		</>
	);
}

function ladderWords({ paidTotal, discountPercent, next }: ShownInvoice, look: Look): string {
	const t = wordsIn(look.locale);
	const standing = t("standing", {
		paid: formatMoney(paidTotal, look),
		percent: formatPercent(discountPercent, look),
	});
	if (!next) return `${standing} ${t("top")}`;
	const step = { missing: formatMoney(next.missing, look), percent: formatPercent(next.percent, look) };
	return `${standing} ${t("next", step)}`;
}
