package org.tierline.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps bodies small: 1 MB, a deployment of models or a push of many commits 10 MB, the
 * files of an opening or message 50 MB. A body that does not say its length is read up to
 * the limit before anybody works on it; files are streamed, and counted by whoever reads
 * them.
 */
class BodyLimit extends OncePerRequestFilter {

	/** An opening or a message may bring files along. */
	private static final Pattern WITH_FILES = Pattern.compile(".*/api/cases(/[^/]+/messages(/[^/]+/attachments)?)?");

	private static final Pattern LARGE = Pattern.compile(".*(/deployment/create|/api/code-hooks/[^/]+/calls)");

	private static final DataSize NORMAL = DataSize.ofMegabytes(1);

	private static final DataSize LARGER = DataSize.ofMegabytes(10);

	private static final DataSize FILES = DataSize.ofMegabytes(50);

	/** What the form around the files takes. */
	private static final int FORM = 64 * 1024;

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		DataSize most = limit(request);
		int limit = (int) most.toBytes() + ((most == FILES) ? FORM : 0);
		boolean chunked = request.getHeader("Transfer-Encoding") != null && most != FILES;
		byte[] body = chunked ? request.getInputStream().readNBytes(limit + 1) : new byte[0];
		if (request.getContentLengthLong() > limit || body.length > limit) {
			Problem.tooLarge(most.toMegabytes()).answer(response);
			return;
		}
		chain.doFilter(chunked ? new ReadAhead(request, body) : request, response);
	}

	private static DataSize limit(HttpServletRequest request) {
		if (WITH_FILES.matcher(request.getRequestURI()).matches() && isForm(request)) {
			return FILES;
		}
		return LARGE.matcher(request.getRequestURI()).matches() ? LARGER : NORMAL;
	}

	private static boolean isForm(HttpServletRequest request) {
		String type = request.getContentType();
		return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
	}

	private static final class ReadAhead extends HttpServletRequestWrapper {

		private final byte[] body;

		ReadAhead(HttpServletRequest request, byte[] body) {
			super(request);
			this.body = body;
		}

		@Override
		public int getContentLength() {
			return this.body.length;
		}

		@Override
		public long getContentLengthLong() {
			return this.body.length;
		}

		@Override
		public ServletInputStream getInputStream() {
			return new Bytes(new ByteArrayInputStream(this.body));
		}

	}

	private static final class Bytes extends ServletInputStream {

		private final ByteArrayInputStream bytes;

		Bytes(ByteArrayInputStream bytes) {
			this.bytes = bytes;
		}

		@Override
		public int read() {
			return this.bytes.read();
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			return this.bytes.read(target, offset, length);
		}

		@Override
		public boolean isFinished() {
			return this.bytes.available() == 0;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
			throw new UnsupportedOperationException("the body is here already");
		}

	}

}
