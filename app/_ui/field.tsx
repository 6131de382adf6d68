import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";

/** What a control needs to belong to its label, help and error. */
export type ControlProps = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

type FieldProps = {
	label: ReactNode;
	/** Below the control, for what people ask while filling it in. */
	help?: ReactNode;
	error?: ReactNode;
	optional?: boolean;
	className?: string;
	children: (control: ControlProps) => ReactNode;
};

/** Label above, help below, error beside what is wrong. */
export function Field({ label, help, error, optional, className, children }: FieldProps) {
	const id = useId();
	const described = describedBy(id, help, error);
	return (
		<div className={cn("flex min-w-0 flex-col gap-1.5", className)}>
			<Label htmlFor={id} optional={optional}>
				{label}
			</Label>
			{children({ id, ...described })}
			<FieldNotes id={id} help={help} error={error} />
		</div>
	);
}

/** The same for a group of controls, such as radios: the label is a legend. */
export function FieldGroup({ label, help, error, optional, className, children }: FieldProps) {
	const id = useId();
	const described = describedBy(id, help, error);
	return (
		<fieldset aria-describedby={described["aria-describedby"]} className={cn("min-w-0", className)}>
			<legend className="mb-1.5 flex items-baseline gap-2 font-medium text-body">
				<LabelText optional={optional}>{label}</LabelText>
			</legend>
			{children({ id, ...described })}
			<div className="mt-1.5 empty:hidden">
				<FieldNotes id={id} help={help} error={error} />
			</div>
		</fieldset>
	);
}

function Label({ htmlFor, optional, children }: { htmlFor: string; optional?: boolean; children: ReactNode }) {
	return (
		<label htmlFor={htmlFor} className="flex items-baseline gap-2 self-start font-medium text-body">
			<LabelText optional={optional}>{children}</LabelText>
		</label>
	);
}

function LabelText({ optional, children }: { optional?: boolean; children: ReactNode }) {
	const t = useTranslations("common.form");
	return (
		<>
			{children}
			{optional && <span className="font-normal text-muted text-sm">{t("optional")}</span>}
		</>
	);
}

function FieldNotes({ id, help, error }: { id: string; help?: ReactNode; error?: ReactNode }) {
	return (
		<>
			{error && (
				<p id={`${id}-error`} className="flex items-start gap-1.5 font-medium text-bad text-sm">
					<CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
					{error}
				</p>
			)}
			{help && (
				<p id={`${id}-help`} className="text-muted text-sm">
					{help}
				</p>
			)}
		</>
	);
}

function describedBy(id: string, help: ReactNode, error: ReactNode): Omit<ControlProps, "id"> {
	const notes = [error ? `${id}-error` : "", help ? `${id}-help` : ""].filter(Boolean).join(" ");
	return { ...(notes && { "aria-describedby": notes }), ...(error ? { "aria-invalid": true } : {}) };
}
