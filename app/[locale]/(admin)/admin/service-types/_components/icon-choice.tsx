"use client";

import { useTranslations } from "next-intl";
import type { FieldValues } from "react-hook-form";
import { FieldGroup } from "@/app/_ui/field";
import { type Bound, useField } from "@/app/_ui/form/use-field";
import { ServiceIcon } from "@/app/_ui/service-icon";
import { serviceIcons } from "@/server/contexts/ordering/contracts";

/** One of the drawings that a service type may have. */
export function FormIconChoice<Input extends FieldValues, Output>(props: Bound<Input, Output>) {
	const t = useTranslations("serviceTypes.icons");
	const { field, error } = useField(props);
	return (
		<FieldGroup label={props.label} error={error}>
			{({ id: _, ...aria }) => (
				<div className="flex flex-wrap gap-2">
					{serviceIcons.map((icon, index) => (
						<label
							key={icon}
							title={t(icon)}
							className="relative inline-flex size-12 cursor-pointer items-center justify-center rounded-md border border-line bg-surface text-muted transition-colors hover:border-edge has-focus-visible:outline-2 has-checked:border-ink has-focus-visible:outline-focus has-checked:text-ink has-focus-visible:outline-offset-2 has-checked:ring-1 has-checked:ring-ink"
						>
							<input
								{...aria}
								{...(index === 0 && { ref: field.ref })}
								type="radio"
								name={field.name}
								value={icon}
								checked={field.value === icon}
								aria-label={t(icon)}
								onChange={() => field.onChange(icon)}
								onBlur={field.onBlur}
								className="absolute inset-0 size-full cursor-pointer opacity-0"
							/>
							<ServiceIcon name={icon} className="size-5" />
						</label>
					))}
				</div>
			)}
		</FieldGroup>
	);
}
