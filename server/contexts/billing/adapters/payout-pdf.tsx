import { Document, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import { createTranslator } from "next-intl";
import { messages } from "@/messages/catalogue";
import { type FormatLocale, formatDate, formatMoney, formatMonth } from "@/server/kernel/format";
import { printable } from "@/server/kernel/printable";
import { fontFamily } from "@/server/platform/pdf-fonts";
import type { ShownPayout } from "../queries/get-payout";

const grey = "#555555";
const styles = StyleSheet.create({
	page: { padding: 48, fontFamily, fontSize: 10, lineHeight: 1.4 },
	head: { flexDirection: "row", justifyContent: "space-between", alignItems: "flex-end", marginBottom: 20 },
	title: { fontSize: 24, fontWeight: 600 },
	fact: { flexDirection: "row", paddingVertical: 3 },
	term: { width: 120, color: grey },
	row: { flexDirection: "row", borderBottomWidth: 0.5, borderBottomColor: "#bbbbbb", paddingVertical: 6, gap: 8 },
	columns: { color: grey, marginTop: 16 },
	when: { width: 90 },
	what: { flex: 1 },
	money: { width: 90, textAlign: "right" },
	total: { flexDirection: "row", justifyContent: "flex-end", gap: 24, marginTop: 12, fontSize: 14, fontWeight: 600 },
	note: { marginTop: 24, color: grey },
});

type Look = { locale: FormatLocale; timeZone: string; sign: string };
type Line = ShownPayout["lines"][number];

/** A payout statement as PDF: A4, black on white, as many pages as its lines need, a debt from before as the first of them. */
export async function renderPayout(payout: ShownPayout, look: Look): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await renderToBuffer(<Statement payout={payout} look={look} />));
}

const wordsIn = (locale: FormatLocale) =>
	createTranslator({ locale, messages: messages[locale], namespace: "payouts.statement" });

function Statement({ payout, look }: { payout: ShownPayout; look: Look }) {
	const t = wordsIn(look.locale);
	const { number, month, workerName, cutoffAt, carriedIn, carriedOut, amount, lines } = payout;
	const title = t("title", { number });
	const facts = [
		[t("worker"), printable(workerName)],
		[t("month"), formatMonth(month, look)],
		[t("until"), formatDate(cutoffAt, look)],
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
				<View style={{ ...styles.row, ...styles.columns }} fixed>
					<Text style={styles.when}>{t("date")}</Text>
					<Text style={styles.what}>{t("what")}</Text>
					<Text style={styles.money}>{t("amount")}</Text>
				</View>
				{carriedIn < 0n && (
					<View style={styles.row} wrap={false}>
						<Text style={styles.when} />
						<Text style={styles.what}>{t("carriedIn")}</Text>
						<Text style={styles.money}>{formatMoney(carriedIn, look)}</Text>
					</View>
				)}
				{lines.map((line) => (
					<View key={line.id} style={styles.row} wrap={false}>
						<Text style={styles.when}>{formatDate(line.at, look)}</Text>
						<Text style={styles.what}>{wordsOf(line, look)}</Text>
						<Text style={styles.money}>{formatMoney(line.amount, look)}</Text>
					</View>
				))}
				<View wrap={false}>
					<View style={styles.total}>
						<Text>{t("toPay")}</Text>
						<Text>{formatMoney(amount, look)}</Text>
					</View>
					{carriedOut < 0n && (
						<Text style={styles.note}>{t("carriedOut", { debt: formatMoney(carriedOut, look) })}</Text>
					)}
				</View>
			</Page>
		</Document>
	);
}

function wordsOf({ kind, isReversal, order, bonusReason }: Line, { locale }: Look): string {
	const t = wordsIn(locale);
	const words = [
		t(isReversal ? "reversal" : "line", { kind }),
		...(order ? [printable(order.serviceName[locale]), t("order", { number: String(order.orderNumber) })] : []),
		...(bonusReason ? [printable(bonusReason)] : []),
	];
	return words.join(" · ");
}
