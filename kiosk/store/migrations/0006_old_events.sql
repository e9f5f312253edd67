-- Events from when a session had one payment, in full, and a refund did not say how it was made:
-- it left no drawer that anybody counted.
UPDATE session_events SET data = json_set(
  data,
  '$.payment_id', (
    SELECT json_extract(chosen.data, '$.order.payment_id') FROM session_events AS chosen
    WHERE chosen.session_id = session_events.session_id AND chosen.type = 'Chosen'
  ),
  '$.amount', (
    SELECT json_extract(chosen.data, '$.order.amount') FROM session_events AS chosen
    WHERE chosen.session_id = session_events.session_id AND chosen.type = 'Chosen'
  )
) WHERE type = 'PaymentCompleted' AND json_extract(data, '$.payment_id') IS NULL;

UPDATE session_events SET data = json_set(data, '$.way', 'transfer')
WHERE type = 'SettledByStaff' AND json_extract(data, '$.way') IS NULL;
