package org.tierline.intake.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;

import org.tierline.cases.FieldProblem;

/**
 * Notes what cannot be read of a body and reads on, so that every wrong field is named at
 * once.
 */
class WrongTypes extends DeserializationProblemHandler {

	private static final ThreadLocal<List<FieldProblem>> FOUND = ThreadLocal.withInitial(ArrayList::new);

	/** What was found since the last call, and forgets it. */
	static List<FieldProblem> take() {
		List<FieldProblem> found = FOUND.get();
		FOUND.remove();
		return found;
	}

	@Override
	public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser,
			JsonDeserializer<?> deserializer, Object bean, String name) throws IOException {
		FOUND.get().add(new FieldProblem(JsonPath.of(holderOf(context.getParser()), name), "is not known"));
		parser.skipChildren();
		return true;
	}

	@Override
	public Object handleUnexpectedToken(DeserializationContext context, JavaType type, JsonToken token,
			JsonParser parser, String message) throws IOException {
		note(parser, "must be " + wanted(type));
		parser.skipChildren();
		return null;
	}

	/** A text where an object is wanted. */
	@Override
	public Object handleMissingInstantiator(DeserializationContext context, Class<?> type,
			ValueInstantiator instantiator, JsonParser parser, String message) throws IOException {
		note(context.getParser(), "must be " + wanted(context.constructType(type)));
		context.getParser().skipChildren();
		return null;
	}

	@Override
	public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value, String message) {
		note(context.getParser(), "must be " + wanted(context.constructType(type)));
		return null;
	}

	static void note(JsonParser parser, String message) {
		FOUND.get().add(new FieldProblem(JsonPath.of(fieldOf(parser)), message));
	}

	private static JsonStreamContext fieldOf(JsonParser parser) {
		JsonStreamContext here = parser.getParsingContext();
		return parser.currentToken().isStructStart() ? here.getParent() : here;
	}

	/**
	 * What holds the object being read. A record's unknown properties are told late and
	 * from a buffer that has forgotten its place, so the body's own parser is asked.
	 */
	private static JsonStreamContext holderOf(JsonParser body) {
		JsonStreamContext here = fieldOf(body);
		return body.hasToken(JsonToken.END_OBJECT) ? here : here.getParent();
	}

	private static String wanted(JavaType type) {
		if (type.hasRawClass(String.class)) {
			return "a text";
		}
		if (type.hasRawClass(Boolean.class)) {
			return "true or false";
		}
		return type.isCollectionLikeType() ? "a list" : "an object";
	}

}
