-- Which promise a payment posts is told with it: the id of what it was made for says nothing to anybody else. So a node
-- that was restored takes it back with the payment, and nothing is paid a second time. Elsewhere there is no such promise.
alter table transfer drop constraint transfer_fulfils_fkey;
