import { Document, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import { createTranslator } from "next-intl";
import { messages } from "@/messages/catalogue";
import { formatDate, formatTime } from "@/server/kernel/format";
import { printable } from "@/server/kernel/printable";
import { fontFamily } from "@/server/platform/pdf-fonts";
import type { AcceptanceForm } from "../queries/get-acceptance-form";

const styles = StyleSheet.create({
	page: { padding: 48, fontFamily, fontSize: 11, lineHeight: 1.4 },
	head: { flexDirection: "row", justifyContent: "space-between", alignItems: "flex-end", marginBottom: 24 },
	title: { fontSize: 24, fontWeight: 600 },
	number: { fontSize: 14, fontWeight: 600 },
	row: { flexDirection: "row", borderBottomWidth: 0.5, borderBottomColor: "#999999", paddingVertical: 7 },
	term: { width: 140, color: "#555555" },
	description: { flex: 1, fontWeight: 600 },
	statement: { flexDirection: "row", marginTop: 32, alignItems: "center", gap: 12 },
	box: { width: 16, height: 16, borderWidth: 1 },
	words: { flex: 1, fontSize: 14, fontWeight: 600 },
	label: { color: "#555555", marginTop: 24 },
	line: { borderBottomWidth: 0.5, borderBottomColor: "#555555", height: 24 },
	signatures: { flexDirection: "row", gap: 24, marginTop: 8 },
	signature: { flex: 2 },
	when: { flex: 1 },
	help: { marginTop: 32, color: "#555555" },
});

/** The form as PDF, one page of A4, in black on white for any printer. */
export async function renderAcceptanceForm(form: AcceptanceForm): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await renderToBuffer(<Form {...form} />));
}

function Form(form: AcceptanceForm) {
	const t = createTranslator({ locale: form.locale, messages: messages[form.locale], namespace: "acceptanceForm" });
	const appName = messages[form.locale].common.appName;
	const rows = [
		[t("service"), printable(form.serviceName)],
		[t("start"), `${formatDate(form.startsAt, form)}, ${formatTime(form.startsAt, form)}`],
		[t("place"), printable(form.address)],
		[t("client"), printable(form.contactName)],
		[t("worker"), printable(form.workerName)],
	] as const;
	return (
		<Document
			title={`${t("title")}. ${t("order", { number: form.orderNumber })}`}
			author={appName}
			language={form.locale}
		>
			<Page size="A4" style={styles.page}>
				<Text style={{ color: "#555555" }}>{appName}</Text>
				<View style={styles.head}>
					<Text style={styles.title}>{t("title")}</Text>
					<Text style={styles.number}>{t("order", { number: form.orderNumber })}</Text>
				</View>
				{rows.map(([term, description]) => (
					<View key={term} style={styles.row}>
						<Text style={styles.term}>{term}</Text>
						<Text style={styles.description}>{description}</Text>
					</View>
				))}
				<View style={styles.statement}>
					<View style={styles.box} />
					<Text style={styles.words}>{t("statement")}</Text>
				</View>
				<Text style={styles.label}>{t("remarks")}</Text>
				<View style={styles.line} />
				<View style={styles.line} />
				<Signature label={t("clientSigns")} date={t("date")} />
				<Signature label={t("workerSigns")} date={t("finishedAt")} />
				<Text style={styles.help}>{t("help")}</Text>
			</Page>
		</Document>
	);
}

function Signature({ label, date }: { label: string; date: string }) {
	return (
		<View style={styles.signatures}>
			<View style={styles.signature}>
				<View style={{ ...styles.line, height: 40 }} />
				<Text style={{ color: "#555555" }}>{label}</Text>
			</View>
			<View style={styles.when}>
				<View style={{ ...styles.line, height: 40 }} />
				<Text style={{ color: "#555555" }}>{date}</Text>
			</View>
		</View>
	);
}
