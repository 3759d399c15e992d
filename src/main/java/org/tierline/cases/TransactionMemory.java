package org.tierline.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has read and nobody else can change before its end: the steps of a
 * case ask for the same rows over and over. Without a transaction it remembers nothing.
 */
final class TransactionMemory<K, V> {

	/** The value, read only if it is not remembered. */
	V get(K key, Function<K, V> reader) {
		Map<K, V> known = known();
		return (known != null) ? known.computeIfAbsent(key, reader) : reader.apply(key);
	}

	/** Null if it is not remembered. */
	V find(K key) {
		Map<K, V> known = known();
		return (known != null) ? known.get(key) : null;
	}

	void keep(K key, V value) {
		Map<K, V> known = known();
		if (known != null) {
			known.put(key, value);
		}
	}

	void forget(K key) {
		Map<K, V> known = known();
		if (known != null) {
			known.remove(key);
		}
	}

	@SuppressWarnings("unchecked")
	private Map<K, V> known() {
		if (!TransactionSynchronizationManager.isSynchronizationActive()
				|| !TransactionSynchronizationManager.isActualTransactionActive()) {
			return null;
		}
		Map<K, V> known = (Map<K, V>) TransactionSynchronizationManager.getResource(this);
		return (known != null) ? known : begin();
	}

	private Map<K, V> begin() {
		Map<K, V> known = new HashMap<>();
		TransactionSynchronizationManager.bindResource(this, known);
		TransactionSynchronizationManager.registerSynchronization(new Ending(known));
		return known;
	}

	/** A transaction that runs inside of this one has a memory of its own. */
	private final class Ending implements TransactionSynchronization {

		private final Map<K, V> known;

		Ending(Map<K, V> known) {
			this.known = known;
		}

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(TransactionMemory.this);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(TransactionMemory.this, this.known);
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResourceIfPossible(TransactionMemory.this);
		}

	}

}
