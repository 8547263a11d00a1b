-- Views of the range that are queries over its other views. Each stands below a line with its name, where it is needed
-- the database or the right (security, performance), and a line with its columns, to which the query's are converted.
--# sys.sysdatabases
-- name sysname, dbid smallint, sid varbinary(85), mode smallint, status int, status2 int, crdate datetime, reserved datetime, category int, cmptlevel tinyint, filename nvarchar(260), version smallint
SELECT d.name, d.database_id, d.owner_sid, 0,
       CASE d.state WHEN 0 THEN 65536 WHEN 1 THEN 32 WHEN 6 THEN 512 WHEN 4 THEN 256 ELSE 64 END
         | CASE d.recovery_model WHEN 3 THEN 8 ELSE 0 END | CASE d.is_read_only WHEN 1 THEN 1024 ELSE 0 END,
       1090520064, d.create_date, CAST('19000101' AS datetime), 0, d.compatibility_level,
       (SELECT f.physical_name FROM sys.master_files f WHERE f.database_id = d.database_id AND f.file_id = 1),
       CAST(DATABASEPROPERTYEX(d.name, 'Version') AS int)
FROM sys.databases d
--# sys.sysaltfiles
-- fileid smallint, groupid smallint, size int, maxsize int, growth int, status int, perf int, dbid smallint, name sysname, filename nvarchar(260)
SELECT f.file_id, f.data_space_id, f.size, f.max_size, f.growth, CASE f.type WHEN 1 THEN 66 ELSE 2 END, 0, f.database_id, f.name, f.physical_name
FROM sys.master_files f
--# sys.sysfiles
-- fileid smallint, groupid smallint, size int, maxsize int, growth int, status int, perf int, name sysname, filename nvarchar(260)
SELECT f.file_id, f.data_space_id, f.size, f.max_size, f.growth, CASE f.type WHEN 1 THEN 66 ELSE 2 END, 0, f.name, f.physical_name
FROM sys.database_files f
--# sys.sysfilegroups
-- groupid smallint, allocpolicy smallint, status int, groupname sysname
SELECT g.data_space_id, 0, 16, g.name FROM sys.filegroups g
--# sys.syslogins
-- sid varbinary(85), status smallint, createdate datetime, updatedate datetime, accdate datetime, totcpu int, totio int, spacelimit int, timelimit int, resultlimit int, name sysname, dbname sysname, password nvarchar(128), language sysname, denylogin int, hasaccess int, isntname int, isntgroup int, isntuser int, sysadmin int, securityadmin int, serveradmin int, setupadmin int, processadmin int, diskadmin int, dbcreator int, bulkadmin int, loginname sysname
SELECT p.sid, CASE p.type WHEN 'S' THEN 9 ELSE 8 END, p.create_date, p.modify_date, p.create_date, 0, 0, 0, 0, 0, p.name,
       p.default_database_name, CAST(NULL AS nvarchar(128)), p.default_language_name, 0, 1,
       CASE WHEN p.type IN ('U', 'G') THEN 1 ELSE 0 END, CASE p.type WHEN 'G' THEN 1 ELSE 0 END,
       CASE p.type WHEN 'U' THEN 1 ELSE 0 END,
       (SELECT COUNT(*) FROM sys.server_role_members m WHERE m.member_principal_id = p.principal_id AND m.role_principal_id = 3),
       (SELECT COUNT(*) FROM sys.server_role_members m WHERE m.member_principal_id = p.principal_id AND m.role_principal_id = 4),
       (SELECT COUNT(*) FROM sys.server_role_members m WHERE m.member_principal_id = p.principal_id AND m.role_principal_id = 5),
       (SELECT COUNT(*) FROM sys.server_role_members m WHERE m.member_principal_id = p.principal_id AND m.role_principal_id = 6),
       (SELECT COUNT(*) FROM sys.server_role_members m WHERE m.member_principal_id = p.principal_id AND m.role_principal_id = 7),
       (SELECT COUNT(*) FROM sys.server_role_members m WHERE m.member_principal_id = p.principal_id AND m.role_principal_id = 8),
       (SELECT COUNT(*) FROM sys.server_role_members m WHERE m.member_principal_id = p.principal_id AND m.role_principal_id = 9),
       (SELECT COUNT(*) FROM sys.server_role_members m WHERE m.member_principal_id = p.principal_id AND m.role_principal_id = 10),
       p.name
FROM sys.server_principals p WHERE p.type <> 'R'
--# sys.sysusers
-- uid smallint, status smallint, name sysname, sid varbinary(85), roles varbinary(2048), createdate datetime, updatedate datetime, altuid smallint, password varbinary(256), gid smallint, environ varchar(255), hasdbaccess int, islogin int, isntname int, isntgroup int, isntuser int, issqluser int, isaliased int, issqlrole int, isapprole int
SELECT p.principal_id, CASE p.type WHEN 'S' THEN 2 ELSE 0 END, p.name, p.sid, CAST(NULL AS varbinary(2048)), p.create_date, p.modify_date, 0,
       CAST(NULL AS varbinary(256)), CASE p.type WHEN 'R' THEN p.principal_id ELSE 0 END, CAST(NULL AS varchar(255)),
       CASE WHEN p.type IN ('S', 'U', 'G') AND p.principal_id NOT IN (3, 4) THEN 1 ELSE 0 END,
       CASE WHEN p.type IN ('S', 'U', 'G') THEN 1 ELSE 0 END, CASE WHEN p.type IN ('U', 'G') THEN 1 ELSE 0 END,
       CASE p.type WHEN 'G' THEN 1 ELSE 0 END, CASE p.type WHEN 'U' THEN 1 ELSE 0 END, CASE p.type WHEN 'S' THEN 1 ELSE 0 END, 0,
       CASE p.type WHEN 'R' THEN 1 ELSE 0 END, CASE p.type WHEN 'A' THEN 1 ELSE 0 END
FROM sys.database_principals p
--# sys.sysmembers
-- memberuid smallint, groupuid smallint
SELECT m.member_principal_id, m.role_principal_id FROM sys.database_role_members m
--# sys.sysobjects
-- name sysname, id int, xtype char(2), uid smallint, info smallint, status int, base_schema_ver int, replinfo int, parent_obj int, crdate datetime, ftcatid smallint, schema_ver int, stats_schema_ver int, type char(2), userstat smallint, sysstat smallint, indexdel smallint, refdate datetime, version int, deltrig int, instrig int, updtrig int, seltrig int, category int, cache smallint
SELECT o.name, o.object_id, o.type, o.schema_id, 0, 0, 0, 0, o.parent_object_id, o.create_date, 0, 0, 0, o.type, 0, 0, 0, o.create_date, 0, 0, 0, 0, 0, 0, 0
FROM sys.all_objects o
--# sys.syscolumns
-- name sysname, id int, xtype tinyint, typestat tinyint, xusertype smallint, length smallint, xprec tinyint, xscale tinyint, colid smallint, xoffset smallint, bitpos tinyint, reserved tinyint, colstat smallint, cdefault int, domain int, number smallint, colorder smallint, offset smallint, collationid int, language int, status tinyint, type tinyint, usertype smallint, printfmt varchar(255), prec smallint, scale int, iscomputed int, isoutparam int, isnullable int, collation sysname
SELECT c.name, c.object_id, c.system_type_id, 0, c.user_type_id, c.max_length, c.precision, c.scale, c.column_id, 0, 0, 0, CAST(c.is_identity AS int), 0, 0, 0,
       c.column_id, 0, 0, 0, 0, c.system_type_id, c.user_type_id, CAST(NULL AS varchar(255)), c.precision, c.scale, CAST(c.is_computed AS int), 0, CAST(c.is_nullable AS int), c.collation_name
FROM sys.all_columns c
--# sys.sysindexes
-- id int, status int, first binary(6), indid smallint, root binary(6), minlen smallint, keycnt smallint, groupid smallint, dpages int, reserved int, used int, rowcnt bigint, rowmodctr int, reserved3 tinyint, reserved4 tinyint, xmaxlen smallint, maxirow smallint, OrigFillFactor tinyint, StatVersion tinyint, reserved2 int, FirstIAM binary(6), impid smallint, lockflags smallint, pgmodctr int, keys varbinary(1088), name sysname, statblob image, maxlen int, rows int
SELECT i.object_id, 0, CAST(0x000000000000 AS binary(6)), i.index_id, CAST(0x000000000000 AS binary(6)), 0, 0, 1, 0, 0, 0, CAST(0 AS bigint), 0, 0, 0, 0, 0, 0, 0, 0,
       CAST(0x000000000000 AS binary(6)), 0, 0, 0, CAST(NULL AS varbinary(1088)), i.name, CAST(NULL AS varbinary(max)), 8000, 0
FROM sys.indexes i
--# sys.sysconfigures
-- value int, config int, comment nvarchar(255), status smallint
SELECT CAST(c.value AS int), c.configuration_id, c.description, CAST(c.is_dynamic AS int) + 2 * CAST(c.is_advanced AS int) FROM sys.configurations c
--# sys.syscurconfigs
-- value int, config smallint, comment nvarchar(255), status smallint
SELECT CAST(c.value_in_use AS int), c.configuration_id, c.description, CAST(c.is_dynamic AS int) + 2 * CAST(c.is_advanced AS int) FROM sys.configurations c
--# sys.sysmessages
-- error int, severity tinyint, dlevel smallint, description nvarchar(255), msglangid smallint
SELECT m.message_id, m.severity, 0, LEFT(m.text, 255), m.language_id FROM sys.messages m
--# sys.sysservers
-- srvid smallint, srvstatus smallint, srvname sysname, srvproduct nvarchar(128), providername nvarchar(128), datasource nvarchar(4000), location nvarchar(4000), providerstring nvarchar(4000), schemadate datetime, topologyx int, topologyy int, catalog sysname, srvcollation sysname, connecttimeout int, querytimeout int, srvnetname char(30), isremote bit, rpc bit, pub bit, sub bit, dist bit, dpub bit, rpcout bit, dataaccess bit, collationcompatible bit, system bit, useremotecollation bit, lazyschemavalidation bit, collation sysname, nonsqlsub bit
SELECT s.server_id, 1089, s.name, s.product, s.provider, s.data_source, s.location, s.provider_string, s.modify_date, 0, 0, s.catalog, s.collation_name, s.connect_timeout, s.query_timeout,
       LEFT(s.name, 30), 1, s.is_remote_login_enabled, 0, 0, 0, 0, s.is_rpc_out_enabled, s.is_data_access_enabled, s.is_collation_compatible, s.is_system, s.uses_remote_collation, s.lazy_schema_validation, s.collation_name, 0
FROM sys.servers s
--# sys.sysperfinfo performance
-- object_name nchar(128), counter_name nchar(128), instance_name nchar(128), cntr_value bigint, cntr_type int
SELECT p.object_name, p.counter_name, p.instance_name, p.cntr_value, p.cntr_type FROM sys.dm_os_performance_counters p
--# sys.syscharsets
-- type smallint, id tinyint, csid tinyint, status smallint, name sysname, description nvarchar(255), binarydefinition varbinary(6000), definition image
SELECT 1001, 1, 0, 0, 'iso_1', 'ISO 8859-1 (Latin-1) - Western European 8-bit character set.', CAST(NULL AS varbinary(6000)), CAST(NULL AS varbinary(max))
--# sys.sysdevices
-- name sysname, size int, low int, high int, status smallint, cntrltype smallint, phyname nvarchar(260)
SELECT b.name, 0, 0, 0, 16, 2, b.physical_name FROM sys.backup_devices b
--# sys.dm_os_windows_info performance
-- windows_release nvarchar(256), windows_service_pack_level nvarchar(256), windows_sku int, os_language_version int
SELECT N'6.3', N'', 7, 1033
--# sys.dm_os_nodes performance
-- node_id smallint, node_state_desc nvarchar(256), memory_object_address varbinary(8), memory_clerk_address varbinary(8), io_completion_worker_address varbinary(8), memory_node_id smallint, cpu_affinity_mask bigint, online_scheduler_count smallint, idle_scheduler_count smallint, active_worker_count int, avg_load_balance int, timer_task_affinity_mask bigint, permanent_task_affinity_mask bigint, resource_monitor_state bit, online_scheduler_mask bigint, processor_group smallint, 2017:cpu_count int
SELECT n.id, n.state, CAST(0x0000000500020040 AS varbinary(8)), CAST(0x0000000500030040 AS varbinary(8)), CAST(0x0000000500050160 AS varbinary(8)), n.id, n.mask, n.cpus, n.cpus - 1, n.workers, 1, n.mask, n.mask, 0, n.mask, 0, n.cpus
FROM (VALUES (0, 'ONLINE', 255, 8, 60), (64, 'ONLINE DAC', 0, 1, 2)) n(id, state, mask, cpus, workers)
--# sys.dm_os_memory_nodes performance
-- memory_node_id smallint, virtual_address_space_reserved_kb bigint, virtual_address_space_committed_kb bigint, locked_page_allocations_kb bigint, pages_kb bigint, shared_memory_reserved_kb bigint, shared_memory_committed_kb bigint, cpu_affinity_mask bigint, online_scheduler_mask bigint, processor_group smallint, foreign_committed_kb bigint, target_kb bigint
SELECT 0, 50331648, i.committed_kb, 0, i.committed_kb - 262144, 0, 0, 255, 255, 0, 0, i.committed_target_kb FROM sys.dm_os_sys_info i
--# sys.dm_os_memory_clerks performance
-- memory_clerk_address varbinary(8), type nvarchar(60), name nvarchar(256), memory_node_id smallint, pages_kb bigint, virtual_memory_reserved_kb bigint, virtual_memory_committed_kb bigint, awe_allocated_kb bigint, shared_memory_reserved_kb bigint, shared_memory_committed_kb bigint, page_size_in_bytes bigint, page_allocator_address varbinary(8), host_address varbinary(8), 2025:parent_memory_broker_type nvarchar(60)
SELECT CAST(0x0000000500060040 AS varbinary(8)), c.type, c.name, 0, i.committed_kb * c.share / 100, 0, 0, 0, 0, 0, 8192, CAST(0x0000000500060080 AS varbinary(8)), CAST(0x0000000000000000 AS varbinary(8)), NULL
FROM sys.dm_os_sys_info i CROSS JOIN (VALUES
    ('MEMORYCLERK_SQLBUFFERPOOL', 'Default', 78), ('CACHESTORE_SQLCP', 'SQL Plans', 6), ('CACHESTORE_OBJCP', 'Object Plans', 3),
    ('MEMORYCLERK_SOSNODE', 'SOS_Node', 3), ('MEMORYCLERK_SQLSTORENG', 'Default', 3), ('MEMORYCLERK_SQLGENERAL', 'Default', 2),
    ('USERSTORE_TOKENPERM', 'TokenAndPermUserStore', 2), ('OBJECTSTORE_LOCK_MANAGER', 'Lock Manager : Node 0', 1),
    ('MEMORYCLERK_SQLQUERYEXEC', 'Default', 1), ('MEMORYCLERK_XE', 'Default', 1)) c(type, name, share)
--# sys.dm_os_memory_cache_counters performance
-- cache_address varbinary(8), name nvarchar(256), type nvarchar(60), pages_kb bigint, pages_in_use_kb bigint, entries_count bigint, entries_in_use_count bigint
SELECT CAST(0x0000000500070040 AS varbinary(8)), c.name, c.type, 65536, 0, 100, 0
FROM (VALUES ('SQL Plans', 'CACHESTORE_SQLCP'), ('Object Plans', 'CACHESTORE_OBJCP'), ('Bound Trees', 'CACHESTORE_PHDR'), ('TokenAndPermUserStore', 'USERSTORE_TOKENPERM')) c(name, type)
--# sys.dm_exec_query_resource_semaphores performance
-- resource_semaphore_id smallint, target_memory_kb bigint, max_target_memory_kb bigint, total_memory_kb bigint, available_memory_kb bigint, granted_memory_kb bigint, used_memory_kb bigint, grantee_count int, waiter_count int, timeout_error_count bigint, forced_grant_count bigint, pool_id int
SELECT s.id, 12582912, 12582912, 12582912, 12582912, 0, 0, 0, 0, 0, 0, s.pool FROM (VALUES (0, 1), (1, 1), (0, 2), (1, 2)) s(id, pool)
--# sys.dm_os_memory_brokers performance
-- pool_id int, memory_broker_type nvarchar(60), allocations_kb bigint, allocations_kb_per_sec bigint, predicted_allocations_kb bigint, target_allocations_kb bigint, future_allocations_kb bigint, overall_limit_kb bigint, last_notification nvarchar(60)
SELECT 2, b.type, 131072, 0, 131072, 12582912, 0, 16777216, 'STABLE'
FROM (VALUES ('MEMORYBROKER_FOR_CACHE'), ('MEMORYBROKER_FOR_STEAL'), ('MEMORYBROKER_FOR_RESERVE'), ('MEMORYBROKER_FOR_COMMITTED')) b(type)
--# sys.dm_os_tasks performance
-- task_address varbinary(8), task_state nvarchar(60), context_switches_count int, pending_io_count int, pending_io_byte_count bigint, pending_io_byte_average int, scheduler_id int, session_id smallint, exec_context_id int, request_id int, worker_address varbinary(8), host_address varbinary(8), parent_task_address varbinary(8)
SELECT CAST(r.session_id AS varbinary(8)), UPPER(r.status), 1, 0, 0, 0, 0, r.session_id, 0, 0, CAST(r.session_id AS varbinary(8)), CAST(0x0000000000000000 AS varbinary(8)), CAST(NULL AS varbinary(8))
FROM sys.dm_exec_requests r
--# sys.dm_os_ring_buffers performance
-- ring_buffer_address varbinary(8), ring_buffer_type nvarchar(60), timestamp bigint, record nvarchar(3072)
SELECT CAST(0x0000000500080040 AS varbinary(8)), 'RING_BUFFER_SCHEDULER_MONITOR', i.ms_ticks,
       '<Record id = "1" type ="RING_BUFFER_SCHEDULER_MONITOR" time ="' + CAST(i.ms_ticks AS nvarchar(20))
         + '"><SchedulerMonitorEvent><SystemHealth><ProcessUtilization>3</ProcessUtilization><SystemIdle>94</SystemIdle><UserModeTime>0</UserModeTime><KernelModeTime>0</KernelModeTime><PageFaults>0</PageFaults><WorkingSetDelta>0</WorkingSetDelta><MemoryUtilization>100</MemoryUtilization></SystemHealth></SchedulerMonitorEvent></Record>'
FROM sys.dm_os_sys_info i
--# sys.dm_tcp_listener_states security
-- listener_id int, ip_address nvarchar(48), is_ipv4 bit, port int, type smallint, type_desc nvarchar(20), state smallint, state_desc nvarchar(16), start_time datetime
SELECT l.id, l.address, l.v4, l.port, 0, 'TSQL', 0, 'ONLINE', i.sqlserver_start_time
FROM sys.dm_os_sys_info i CROSS JOIN (VALUES (1, '::', 0, 49812), (2, '0.0.0.0', 1, 49812), (3, '::1', 0, 49813), (4, '127.0.0.1', 1, 49813)) l(id, address, v4, port)
--# sys.dm_db_log_space_usage performance
-- database_id smallint, total_log_size_in_bytes bigint, used_log_space_in_bytes bigint, used_log_space_in_percent real, log_space_in_bytes_since_last_backup bigint
SELECT DB_ID(), CAST(f.size AS bigint) * 8192, CAST(f.size AS bigint) * 819, 10, CAST(f.size AS bigint) * 400 FROM sys.database_files f WHERE f.type = 1
--# sys.dm_db_file_space_usage performance
-- database_id smallint, file_id smallint, filegroup_id smallint, total_page_count bigint, allocated_extent_page_count bigint, unallocated_extent_page_count bigint, version_store_reserved_page_count bigint, user_object_reserved_page_count bigint, internal_object_reserved_page_count bigint, mixed_extent_page_count bigint, modified_extent_page_count bigint
SELECT DB_ID(), f.file_id, f.data_space_id, f.size, f.size, 0, 0, 0, 0, 0, 0 FROM sys.database_files f WHERE f.type = 0
--# sys.dm_db_session_space_usage performance
-- session_id smallint, database_id smallint, user_objects_alloc_page_count bigint, user_objects_dealloc_page_count bigint, internal_objects_alloc_page_count bigint, internal_objects_dealloc_page_count bigint, user_objects_deferred_dealloc_page_count bigint
SELECT s.session_id, 2, 0, 0, 0, 0, 0 FROM sys.dm_exec_sessions s
--# sys.dm_db_task_space_usage performance
-- session_id smallint, request_id int, exec_context_id int, database_id smallint, user_objects_alloc_page_count bigint, user_objects_dealloc_page_count bigint, internal_objects_alloc_page_count bigint, internal_objects_dealloc_page_count bigint
SELECT r.session_id, r.request_id, 0, 2, 0, 0, 0, 0 FROM sys.dm_exec_requests r
--# sys.dm_tran_session_transactions performance
-- session_id int, transaction_id bigint, transaction_descriptor binary(8), enlist_count int, is_user_transaction bit, is_local bit, is_enlisted bit, is_bound bit, open_transaction_count int
SELECT s.session_id, 1000 + s.session_id, CAST(s.session_id AS binary(8)), 1, 1, 1, 0, 0, s.open_transaction_count FROM sys.dm_exec_sessions s WHERE s.open_transaction_count > 0
--# sys.dm_tran_active_transactions performance
-- transaction_id bigint, name nvarchar(32), transaction_begin_time datetime, transaction_type int, transaction_uow uniqueidentifier, transaction_state int, transaction_status int, transaction_status2 int, dtc_state int, dtc_status int, dtc_isolation_level int, filestream_transaction_id varbinary(128)
SELECT 1000 + s.session_id, 'user_transaction', s.last_request_start_time, 1, CAST(NULL AS uniqueidentifier), 2, 0, 0, 0, 0, -1, CAST(NULL AS varbinary(128)) FROM sys.dm_exec_sessions s WHERE s.open_transaction_count > 0
--# sys.dm_tran_database_transactions performance
-- transaction_id bigint, database_id int, database_transaction_begin_time datetime, database_transaction_type int, database_transaction_state int, database_transaction_status int, database_transaction_status2 int, database_transaction_log_record_count bigint, database_transaction_replicate_record_count int, database_transaction_log_bytes_used bigint, database_transaction_log_bytes_reserved bigint, database_transaction_log_bytes_used_system int, database_transaction_log_bytes_reserved_system int, database_transaction_begin_lsn numeric(25,0), database_transaction_last_lsn numeric(25,0), database_transaction_most_recent_savepoint_lsn numeric(25,0), database_transaction_commit_lsn numeric(25,0), database_transaction_last_rollback_lsn numeric(25,0), database_transaction_next_undo_lsn numeric(25,0)
SELECT 1000 + s.session_id, s.database_id, CAST(NULL AS datetime), 1, 3, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL FROM sys.dm_exec_sessions s WHERE s.open_transaction_count > 0
--# sys.resource_governor_configuration
-- classifier_function_id int, is_enabled bit, max_outstanding_io_per_volume int
SELECT 0, 0, 0
--# sys.resource_governor_resource_pools
-- pool_id int, name sysname, min_cpu_percent int, max_cpu_percent int, min_memory_percent int, max_memory_percent int, cap_cpu_percent int, min_iops_per_volume int, max_iops_per_volume int
SELECT p.id, p.name, 0, 100, 0, 100, 100, 0, 0 FROM (VALUES (1, N'internal'), (2, N'default')) p(id, name)
--# sys.resource_governor_workload_groups
-- group_id int, name sysname, importance sysname, request_max_memory_grant_percent int, request_max_cpu_time_sec int, request_memory_grant_timeout_sec int, max_dop int, group_max_requests int, pool_id int, external_pool_id int, 2019:request_max_memory_grant_percent_numeric float
SELECT p.id, p.name, N'Medium', 25, 0, 0, 0, 0, p.id, 2, 25 FROM (VALUES (1, N'internal'), (2, N'default')) p(id, name)
--# sys.dm_resource_governor_configuration performance
-- classifier_function_id int, is_reconfiguration_pending bit, max_outstanding_io_per_volume int
SELECT 0, 0, 0
--# sys.dm_resource_governor_resource_pools performance
-- pool_id int, name sysname, statistics_start_time datetime, total_cpu_usage_ms bigint, cache_memory_kb bigint, compile_memory_kb bigint, used_memgrant_kb bigint, total_memgrant_count bigint, total_memgrant_timeout_count bigint, active_memgrant_count int, active_memgrant_kb bigint, memgrant_waiter_count int, max_memory_kb bigint, used_memory_kb bigint, target_memory_kb bigint, out_of_memory_count bigint, min_cpu_percent int, max_cpu_percent int, min_memory_percent int, max_memory_percent int, cap_cpu_percent int, min_iops_per_volume int, max_iops_per_volume int
SELECT p.pool_id, p.name, i.sqlserver_start_time, i.ms_ticks / 50, 65536, 8192, 0, 0, 0, 0, 0, 0, 12582912, 131072, 12582912, 0, p.min_cpu_percent, p.max_cpu_percent, p.min_memory_percent, p.max_memory_percent, p.cap_cpu_percent, 0, 0
FROM sys.resource_governor_resource_pools p CROSS JOIN sys.dm_os_sys_info i
--# sys.dm_resource_governor_workload_groups performance
-- group_id int, name sysname, pool_id int, external_pool_id int, statistics_start_time datetime, total_request_count bigint, total_queued_request_count bigint, active_request_count int, queued_request_count int, total_cpu_limit_violation_count bigint, total_cpu_usage_ms bigint, max_request_cpu_time_ms bigint, blocked_task_count int, total_lock_wait_count bigint, total_lock_wait_time_ms bigint, total_query_optimization_count bigint, total_suboptimal_plan_generation_count bigint, total_reduced_memgrant_count bigint, max_request_grant_memory_kb bigint, active_parallel_thread_count bigint, importance sysname, request_max_memory_grant_percent int, request_max_cpu_time_sec int, request_memory_grant_timeout_sec int, group_max_requests int, max_dop int, effective_max_dop int
SELECT g.group_id, g.name, g.pool_id, g.external_pool_id, i.sqlserver_start_time, i.ms_ticks / 500, 0, 1, 0, 0, i.ms_ticks / 50, 0, 0, 0, 0, i.ms_ticks / 5000, 0, 0, 0, 0, g.importance, g.request_max_memory_grant_percent, 0, 0, 0, 0, 8
FROM sys.resource_governor_workload_groups g CROSS JOIN sys.dm_os_sys_info i
--# sys.database_scoped_configurations
-- configuration_id int, name nvarchar(60), value sql_variant, value_for_secondary sql_variant, 2017:is_value_default bit
SELECT c.id, c.name, CAST(c.value AS int), CAST(NULL AS int), 1
FROM (VALUES (1, N'MAXDOP', 0, 0), (2, N'LEGACY_CARDINALITY_ESTIMATION', 0, 0), (3, N'PARAMETER_SNIFFING', 1, 0), (4, N'QUERY_OPTIMIZER_HOTFIXES', 0, 0),
    (6, N'IDENTITY_CACHE', 1, 14), (7, N'INTERLEAVED_EXECUTION_TVF', 1, 15), (8, N'BATCH_MODE_MEMORY_GRANT_FEEDBACK', 1, 15), (9, N'BATCH_MODE_ADAPTIVE_JOINS', 1, 15),
    (10, N'TSQL_SCALAR_UDF_INLINING', 1, 15), (13, N'OPTIMIZE_FOR_AD_HOC_WORKLOADS', 0, 15), (16, N'ROW_MODE_MEMORY_GRANT_FEEDBACK', 1, 15), (18, N'BATCH_MODE_ON_ROWSTORE', 1, 15),
    (19, N'DEFERRED_COMPILATION_TV', 1, 15), (20, N'ACCELERATED_PLAN_FORCING', 1, 15), (21, N'GLOBAL_TEMPORARY_TABLE_AUTO_DROP', 1, 15), (22, N'LIGHTWEIGHT_QUERY_PROFILING', 1, 15),
    (23, N'VERBOSE_TRUNCATION_WARNINGS', 1, 15), (24, N'LAST_QUERY_PLAN_STATS', 0, 15), (25, N'PAUSED_RESUMABLE_INDEX_ABORT_DURATION_MINUTES', 1440, 16), (28, N'PARAMETER_SENSITIVE_PLAN_OPTIMIZATION', 1, 16),
    (31, N'CE_FEEDBACK', 1, 16), (34, N'DOP_FEEDBACK', 0, 16), (35, N'OPTIMIZED_PLAN_FORCING', 1, 16)) c(id, name, value, since)
WHERE c.since <= CAST(SERVERPROPERTY('ProductMajorVersion') AS int)
--# sys.database_query_store_options
-- desired_state smallint, desired_state_desc nvarchar(60), actual_state smallint, actual_state_desc nvarchar(60), readonly_reason int, current_storage_size_mb bigint, flush_interval_seconds bigint, interval_length_minutes bigint, max_storage_size_mb bigint, stale_query_threshold_days bigint, max_plans_per_query bigint, query_capture_mode smallint, query_capture_mode_desc nvarchar(60), 2019:capture_policy_execution_count int, 2019:capture_policy_total_compile_cpu_time_ms bigint, 2019:capture_policy_total_execution_cpu_time_ms bigint, 2019:capture_policy_stale_threshold_hours int, size_based_cleanup_mode smallint, size_based_cleanup_mode_desc nvarchar(60), 2017:wait_stats_capture_mode smallint, 2017:wait_stats_capture_mode_desc nvarchar(60), actual_state_additional_info nvarchar(4000)
SELECT s.state, s.words, s.state, s.words, 0, 0, 900, 60, 1000, 30, 200, 2, 'AUTO', NULL, NULL, NULL, NULL, 1, 'AUTO', 1, 'ON', N''
FROM (SELECT CASE d.is_query_store_on WHEN 1 THEN 2 ELSE 0 END AS state, CASE d.is_query_store_on WHEN 1 THEN 'READ_WRITE' ELSE 'OFF' END AS words
      FROM sys.databases d WHERE d.database_id = DB_ID()) s
--# sys.traces
-- id int, status int, path nvarchar(260), max_size bigint, stop_time datetime, max_files int, is_rowset bit, is_rollover bit, is_shutdown bit, is_default bit, buffer_count int, buffer_size int, file_position bigint, reader_spid int, start_time datetime, last_event_time datetime, event_count bigint, dropped_event_count int
SELECT 1, 1, REPLACE(CAST(SERVERPROPERTY('ErrorLogFileName') AS nvarchar(260)), N'ERRORLOG', N'log_7.trc'), 20, NULL, 5, 0, 1, 0, 1, 2, 1024, 1048576, NULL,
       (SELECT s.login_time FROM sys.dm_exec_sessions s WHERE s.is_user_process = 0), GETDATE(), 4000, 0
WHERE HAS_PERMS_BY_NAME(NULL, NULL, 'ALTER TRACE') = 1
--# sys.dm_clr_properties performance
-- name nvarchar(128), value nvarchar(128)
SELECT p.name, p.value FROM (VALUES (N'directory', N'C:\Windows\Microsoft.NET\Framework64\v4.0.30319\'), (N'version', N'v4.0.30319'), (N'state', N'CLR initialization permanently failed')) p(name, value) WHERE p.name <> N'state'
--# sys.securable_classes
-- class_desc nvarchar(60), class tinyint
SELECT c.name, c.id FROM (VALUES (N'DATABASE', 0), (N'OBJECT_OR_COLUMN', 1), (N'SCHEMA', 3), (N'DATABASE_PRINCIPAL', 4), (N'ASSEMBLY', 5), (N'TYPE', 6), (N'XML_SCHEMA_COLLECTION', 10),
    (N'MESSAGE_TYPE', 15), (N'SERVICE_CONTRACT', 16), (N'SERVICE', 17), (N'REMOTE_SERVICE_BINDING', 18), (N'ROUTE', 19), (N'FULLTEXT_CATALOG', 23), (N'SYMMETRIC_KEY', 24), (N'CERTIFICATE', 25),
    (N'ASYMMETRIC_KEY', 26), (N'SERVER', 100), (N'SERVER_PRINCIPAL', 101), (N'ENDPOINT', 105), (N'AVAILABILITY_GROUP', 108)) c(name, id)
--# INFORMATION_SCHEMA.SCHEMATA
-- CATALOG_NAME nvarchar(128), SCHEMA_NAME nvarchar(128), SCHEMA_OWNER nvarchar(128), DEFAULT_CHARACTER_SET_CATALOG varchar(6), DEFAULT_CHARACTER_SET_SCHEMA varchar(3), DEFAULT_CHARACTER_SET_NAME nvarchar(128)
SELECT DB_NAME(), s.name, USER_NAME(s.principal_id), NULL, NULL, N'iso_1' FROM sys.schemas s
--# INFORMATION_SCHEMA.TABLES
-- TABLE_CATALOG nvarchar(128), TABLE_SCHEMA nvarchar(128), TABLE_NAME nvarchar(128), TABLE_TYPE varchar(10)
SELECT DB_NAME(), SCHEMA_NAME(t.schema_id), t.name, 'BASE TABLE' FROM sys.tables t
--# INFORMATION_SCHEMA.VIEWS
-- TABLE_CATALOG nvarchar(128), TABLE_SCHEMA nvarchar(128), TABLE_NAME nvarchar(128), VIEW_DEFINITION nvarchar(4000), CHECK_OPTION varchar(7), IS_UPDATABLE varchar(2)
SELECT DB_NAME(), SCHEMA_NAME(v.schema_id), v.name, NULL, 'NONE', 'NO' FROM sys.views v
--# INFORMATION_SCHEMA.COLUMNS
-- TABLE_CATALOG nvarchar(128), TABLE_SCHEMA nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), ORDINAL_POSITION int, COLUMN_DEFAULT nvarchar(4000), IS_NULLABLE varchar(3), DATA_TYPE nvarchar(128), CHARACTER_MAXIMUM_LENGTH int, CHARACTER_OCTET_LENGTH int, NUMERIC_PRECISION tinyint, NUMERIC_PRECISION_RADIX smallint, NUMERIC_SCALE int, DATETIME_PRECISION smallint, CHARACTER_SET_CATALOG sysname, CHARACTER_SET_SCHEMA sysname, CHARACTER_SET_NAME sysname, COLLATION_CATALOG sysname, COLLATION_SCHEMA sysname, COLLATION_NAME sysname, DOMAIN_CATALOG sysname, DOMAIN_SCHEMA sysname, DOMAIN_NAME sysname
SELECT DB_NAME(), SCHEMA_NAME(t.schema_id), t.name, c.name, c.column_id, NULL, CASE c.is_nullable WHEN 1 THEN 'YES' ELSE 'NO' END, TYPE_NAME(c.system_type_id),
       CASE WHEN c.collation_name IS NULL AND TYPE_NAME(c.system_type_id) NOT IN ('binary', 'varbinary') THEN NULL WHEN c.max_length = -1 THEN -1
            WHEN TYPE_NAME(c.system_type_id) IN ('nchar', 'nvarchar') THEN c.max_length / 2 ELSE c.max_length END,
       CASE WHEN c.collation_name IS NULL AND TYPE_NAME(c.system_type_id) NOT IN ('binary', 'varbinary') THEN NULL ELSE c.max_length END,
       CASE WHEN c.precision = 0 OR TYPE_NAME(c.system_type_id) IN ('bit', 'date', 'time', 'datetime', 'datetime2', 'smalldatetime', 'datetimeoffset') THEN NULL ELSE c.precision END,
       CASE WHEN TYPE_NAME(c.system_type_id) IN ('tinyint', 'smallint', 'int', 'bigint', 'decimal', 'numeric', 'money', 'smallmoney') THEN 10 WHEN TYPE_NAME(c.system_type_id) IN ('real', 'float') THEN 2 END,
       CASE WHEN TYPE_NAME(c.system_type_id) IN ('tinyint', 'smallint', 'int', 'bigint', 'decimal', 'numeric', 'money', 'smallmoney') THEN c.scale END,
       CASE TYPE_NAME(c.system_type_id) WHEN 'date' THEN 0 WHEN 'datetime' THEN 3 WHEN 'smalldatetime' THEN 0 WHEN 'time' THEN c.scale WHEN 'datetime2' THEN c.scale WHEN 'datetimeoffset' THEN c.scale END,
       NULL, NULL, CASE WHEN c.collation_name IS NULL THEN NULL WHEN TYPE_NAME(c.system_type_id) IN ('nchar', 'nvarchar') THEN 'UNICODE' ELSE 'iso_1' END, NULL, NULL, c.collation_name, NULL, NULL, NULL
FROM sys.columns c JOIN sys.tables t ON t.object_id = c.object_id
--# INFORMATION_SCHEMA.ROUTINES
-- SPECIFIC_CATALOG nvarchar(128), SPECIFIC_SCHEMA nvarchar(128), SPECIFIC_NAME nvarchar(128), ROUTINE_CATALOG nvarchar(128), ROUTINE_SCHEMA nvarchar(128), ROUTINE_NAME nvarchar(128), ROUTINE_TYPE nvarchar(20), DATA_TYPE nvarchar(128), ROUTINE_BODY nvarchar(30), ROUTINE_DEFINITION nvarchar(4000), CREATED datetime, LAST_ALTERED datetime
SELECT DB_NAME(), SCHEMA_NAME(p.schema_id), p.name, DB_NAME(), SCHEMA_NAME(p.schema_id), p.name, N'PROCEDURE', NULL, N'SQL', NULL, p.create_date, p.modify_date FROM sys.procedures p
--# dbo.spt_values
-- name nvarchar(35), number int, type nchar(3), low int, high int, status int
SELECT NULL, a.n + 10 * b.n + 100 * c.n + 1000 * d.n, 'P', (a.n + 10 * b.n + 100 * c.n + 1000 * d.n) / 8 + 1, POWER(2, (a.n + 10 * b.n + 100 * c.n + 1000 * d.n) % 8), 0
FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) a(n) CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) b(n)
CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) c(n) CROSS JOIN (VALUES (0), (1), (2)) d(n)
WHERE a.n + 10 * b.n + 100 * c.n + 1000 * d.n < 2048
--# sys.partitions
-- partition_id bigint, object_id int, index_id int, partition_number int, hobt_id bigint, rows bigint, filestream_filegroup_id smallint, data_compression tinyint, data_compression_desc nvarchar(60), 2022:xml_compression bit, 2022:xml_compression_desc varchar(3)
SELECT p.id, p.object_id, p.index_id, 1, p.id, p.rows, 0, 0, 'NONE', 0, 'OFF'
FROM (SELECT CAST(281474978938880 AS bigint), 34, 1, 2500
      UNION ALL SELECT CAST(72057594000000000 AS bigint) + ABS(CAST(i.object_id AS bigint)) * 16 + i.index_id, i.object_id, i.index_id, 0 FROM sys.indexes i) p(id, object_id, index_id, rows)
--# sys.allocation_units
-- allocation_unit_id bigint, type tinyint, type_desc nvarchar(60), container_id bigint, data_space_id int, total_pages bigint, used_pages bigint, data_pages bigint
SELECT p.partition_id + 1, 1, 'IN_ROW_DATA', p.partition_id, 1, u.pages, u.pages, u.pages
FROM sys.partitions p CROSS APPLY (SELECT CASE p.object_id WHEN 34 THEN (SELECT SUM(CAST(f.size AS bigint)) FROM sys.database_files f WHERE f.type = 0) ELSE 0 END) u(pages)
--# sys.dm_db_partition_stats
-- partition_id bigint, object_id int, index_id int, partition_number int, in_row_data_page_count bigint, in_row_used_page_count bigint, in_row_reserved_page_count bigint, lob_used_page_count bigint, lob_reserved_page_count bigint, row_overflow_used_page_count bigint, row_overflow_reserved_page_count bigint, used_page_count bigint, reserved_page_count bigint, row_count bigint
SELECT p.partition_id, p.object_id, p.index_id, p.partition_number, a.data_pages, a.used_pages, a.total_pages, 0, 0, 0, 0, a.used_pages, a.total_pages, p.rows
FROM sys.partitions p JOIN sys.allocation_units a ON a.container_id = p.partition_id
--# sys.availability_groups_cluster
-- group_id uniqueidentifier, name sysname, resource_id nvarchar(40), resource_group_id nvarchar(40), failure_condition_level int, health_check_timeout int, automated_backup_preference tinyint, automated_backup_preference_desc nvarchar(60)
SELECT g.group_id, g.name, g.resource_id, g.resource_group_id, g.failure_condition_level, g.health_check_timeout, g.automated_backup_preference, g.automated_backup_preference_desc FROM sys.availability_groups g
--# sys.dm_hadr_availability_replica_cluster_states performance
-- replica_id uniqueidentifier, replica_server_name nvarchar(256), group_id uniqueidentifier, join_state tinyint, join_state_desc nvarchar(60)
SELECT r.replica_id, r.replica_server_name, r.group_id, 1, 'JOINED_STANDALONE' FROM sys.availability_replicas r
--# sys.dm_hadr_database_replica_cluster_states performance
-- replica_id uniqueidentifier, group_database_id uniqueidentifier, database_name sysname, is_failover_ready bit, is_pending_secondary_suspend bit, is_database_joined bit, recovery_lsn numeric(25,0), truncation_lsn numeric(25,0)
SELECT s.replica_id, s.group_database_id, c.database_name, CASE s.synchronization_state WHEN 2 THEN 1 ELSE 0 END, 0, 1, s.recovery_lsn, s.truncation_lsn
FROM sys.dm_hadr_database_replica_states s JOIN sys.availability_databases_cluster c ON c.group_database_id = s.group_database_id
--# sys.dm_hadr_cluster_networks performance
-- member_name nvarchar(128), network_subnet_ip nvarchar(48), network_subnet_ipv4_mask nvarchar(45), network_subnet_prefix_length int, is_public bit, is_ipv4 bit
SELECT m.member_name, N'192.0.2.0', N'255.255.255.0', 24, 1, 1 FROM sys.dm_hadr_cluster_members m
--# sys.dm_hadr_name_id_map performance
-- ag_name nvarchar(256), ag_id uniqueidentifier, ag_resource_id nvarchar(256), ag_group_id nvarchar(256)
SELECT g.name, g.group_id, g.resource_id, g.resource_group_id FROM sys.availability_groups g
--# sys.dm_hadr_instance_node_map performance
-- ag_resource_id nvarchar(256), instance_name nvarchar(256), node_name nvarchar(256)
SELECT g.resource_id, n.replica_server_name, n.node_name FROM sys.dm_hadr_availability_replica_cluster_nodes n JOIN sys.availability_groups g ON g.name = n.group_name
--# sys.routes
-- name sysname, route_id int, principal_id int, remote_service_name nvarchar(256), broker_instance nvarchar(128), lifetime datetime, address nvarchar(256), mirror_address nvarchar(256)
SELECT N'AutoCreatedLocal', 65536, 1, NULL, NULL, NULL, N'LOCAL', NULL
--# dbo.sysalerts_performance_counters_view msdb
-- object_name nvarchar(128), counter_name nvarchar(128), instance_name nvarchar(128), cntr_value bigint, cntr_type int, server_name nvarchar(128)
SELECT RTRIM(p.object_name), RTRIM(p.counter_name), CASE WHEN RTRIM(p.instance_name) = '' THEN NULL ELSE RTRIM(p.instance_name) END, p.cntr_value, p.cntr_type, @@SERVERNAME FROM sys.dm_os_performance_counters p
--# sys.dm_os_enumerate_fixed_drives performance
-- 2017:fixed_drive_path nvarchar(256), 2017:drive_type int, 2017:drive_type_desc nvarchar(60), 2017:free_space_in_bytes bigint
SELECT N'C:\', 3, N'DRIVE_FIXED', CAST(85899345920 AS bigint)
--# sys.procedures
-- name sysname, object_id int, principal_id int, schema_id int, parent_object_id int, type char(2), type_desc nvarchar(60), create_date datetime, modify_date datetime, is_ms_shipped bit, is_published bit, is_schema_published bit, is_auto_executed bit, is_execution_replicated bit, is_repl_serializable_only bit, skips_repl_constraints bit
SELECT o.name, o.object_id, o.principal_id, o.schema_id, o.parent_object_id, o.type, o.type_desc, o.create_date, o.modify_date, o.is_ms_shipped, o.is_published, o.is_schema_published, 0, 0, 0, 0 FROM sys.objects o WHERE o.type = 'P'
--# sys.sql_modules
-- object_id int, definition nvarchar(max), uses_ansi_nulls bit, uses_quoted_identifier bit, is_schema_bound bit, uses_database_collation bit, is_recompiled bit, null_on_null_input bit, execute_as_principal_id int, uses_native_compilation bit, 2019:inline_type bit, 2019:is_inlineable bit
SELECT p.object_id, OBJECT_DEFINITION(p.object_id), 1, 1, 0, 0, 0, 0, NULL, 0, 0, 0 FROM sys.procedures p
--# sys.all_sql_modules
-- object_id int, definition nvarchar(max), uses_ansi_nulls bit, uses_quoted_identifier bit, is_schema_bound bit, uses_database_collation bit, is_recompiled bit, null_on_null_input bit, execute_as_principal_id int, uses_native_compilation bit, 2019:inline_type bit, 2019:is_inlineable bit
SELECT p.object_id, OBJECT_DEFINITION(p.object_id), 1, 1, 0, 0, 0, 0, NULL, 0, 0, 0 FROM sys.procedures p
