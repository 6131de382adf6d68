import { Body, Container, Head, Heading, Hr, Html, Preview, Text } from "@react-email/components";
import type { ReactNode } from "react";
import type { Letter } from "./letter";
import { look } from "./look";

/** A message that can be written to a person, from what it tells of. */
export type Mail<Told> = {
	subject: (letter: Letter, told: Told) => string;
	heading: (letter: Letter, told: Told) => string;
	/** What stands below the heading and the greeting. */
	body: (letter: Letter, told: Told) => ReactNode;
};

/** Declares a message, so that what it tells of is written down once. */
export const defineMail = <Told,>(mail: Mail<Told>): Mail<Told> => mail;

type MailPageProps = { letter: Letter; heading: string; children: ReactNode };

/** All messages are laid out alike: a heading, a greeting, what there is to say, who writes. */
export const MailPage = ({ letter, heading, children }: MailPageProps) => (
	<Html lang={letter.locale}>
		<Head />
		<Preview>{heading}</Preview>
		<Body style={{ margin: 0, padding: "24px 0", backgroundColor: look.canvas, fontFamily: look.font }}>
			<Container style={card}>
				<Text style={{ margin: "0 0 24px", fontSize: 14, lineHeight: "20px", fontWeight: 600, color: look.accent }}>
					{letter.appName}
				</Text>
				<Heading style={{ margin: "0 0 16px", fontSize: 24, lineHeight: "32px", color: look.ink }}>{heading}</Heading>
				<Text style={{ margin: "0 0 16px", fontSize: 16, lineHeight: "24px", color: look.ink }}>
					{letter.t("greeting", { name: letter.name })}
				</Text>
				{children}
				<Hr style={{ margin: "8px 0 16px", borderColor: look.line }} />
				<Text style={{ margin: 0, fontSize: 12, lineHeight: "16px", color: look.muted }}>{letter.t("footer")}</Text>
			</Container>
		</Body>
	</Html>
);

const card = {
	...{ maxWidth: 560, padding: "32px 32px 24px", backgroundColor: look.surface },
	...{ border: `1px solid ${look.line}`, borderRadius: 8 },
};
