package org.tierline.intake.web;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

/** Reads a scalar only from its own kind of token; another kind is noted as wrong. */
class Strict<T> extends StdDeserializer<T> {

	private final JsonToken token;

	private final String otherwise;

	private final transient Reading<T> reading;

	/**
	 * Reads one type.
	 * @param token what it is read from; null: true or false
	 */
	Strict(Class<T> type, JsonToken token, String otherwise, Reading<T> reading) {
		super(type);
		this.token = token;
		this.otherwise = otherwise;
		this.reading = reading;
	}

	@Override
	public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
		if ((this.token != null) ? parser.hasToken(this.token) : parser.currentToken().isBoolean()) {
			return this.reading.of(parser);
		}
		WrongTypes.note(parser, this.otherwise);
		parser.skipChildren();
		return null;
	}

	/** Takes the value from where the parser stands. */
	interface Reading<T> {

		T of(JsonParser parser) throws IOException;

	}

}
