using System;
using GovDisclosure.Data.Sql;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovDisclosure.Data.Migrations.Gov
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "gov");

            migrationBuilder.CreateTable(
                name: "agency",
                schema: "gov",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    short_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    full_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    english_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    to_confirm = table.Column<bool>(type: "boolean", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agency", x => x.id);
                    table.ForeignKey(
                        name: "fk_agency_agency_parent_id",
                        column: x => x.parent_id,
                        principalSchema: "gov",
                        principalTable: "agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agency_group",
                schema: "gov",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    phrase = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    english_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    to_confirm = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agency_group", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    remote_address = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    action = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    details = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entry", x => new { x.agency_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "calendar_entry",
                schema: "gov",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    notice = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_entry", x => x.date);
                });

            migrationBuilder.CreateTable(
                name: "calendar_year",
                schema: "gov",
                columns: table => new
                {
                    year = table.Column<int>(type: "integer", nullable: false),
                    notices = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_year", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "work_plan",
                schema: "gov",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    document_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    issuer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "disclosure",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_key = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    summary = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    has_time = table.Column<bool>(type: "boolean", nullable: false),
                    logged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    logged_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    logged_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    withdrawn_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    is_sample = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disclosure", x => new { x.agency_id, x.id });
                    table.ForeignKey(
                        name: "fk_disclosure_agency_agency_id",
                        column: x => x.agency_id,
                        principalSchema: "gov",
                        principalTable: "agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agency_group_member",
                schema: "gov",
                columns: table => new
                {
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agency_group_member", x => new { x.group_id, x.member_agency_id, x.valid_from });
                    table.ForeignKey(
                        name: "fk_agency_group_member_agency_group_group_id",
                        column: x => x.group_id,
                        principalSchema: "gov",
                        principalTable: "agency_group",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_agency_group_member_agency_member_agency_id",
                        column: x => x.member_agency_id,
                        principalSchema: "gov",
                        principalTable: "agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_section",
                schema: "gov",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_section", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_section_work_plan_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "gov",
                        principalTable: "work_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_subsection",
                schema: "gov",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_subsection", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_subsection_plan_section_section_id",
                        column: x => x.section_id,
                        principalSchema: "gov",
                        principalTable: "plan_section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_item",
                schema: "gov",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subsection_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_item_plan_subsection_subsection_id",
                        column: x => x.subsection_id,
                        principalSchema: "gov",
                        principalTable: "plan_subsection",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_task",
                schema: "gov",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subsection_id = table.Column<Guid>(type: "uuid", nullable: true),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    attribution = table.Column<string>(type: "text", nullable: true),
                    is_general = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disclosure_task", x => x.id);
                    table.ForeignKey(
                        name: "fk_disclosure_task_plan_item_item_id",
                        column: x => x.item_id,
                        principalSchema: "gov",
                        principalTable: "plan_item",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_disclosure_task_plan_section_section_id",
                        column: x => x.section_id,
                        principalSchema: "gov",
                        principalTable: "plan_section",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_disclosure_task_plan_subsection_subsection_id",
                        column: x => x.subsection_id,
                        principalSchema: "gov",
                        principalTable: "plan_subsection",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_disclosure_task_work_plan_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "gov",
                        principalTable: "work_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assignment",
                schema: "gov",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name_as_written = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    assignee_agency_id = table.Column<Guid>(type: "uuid", nullable: true),
                    assignee_group_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignment", x => x.id);
                    table.CheckConstraint("ck_assignment_assignee", "(assignee_agency_id IS NULL) <> (assignee_group_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_assignment_agency_assignee_agency_id",
                        column: x => x.assignee_agency_id,
                        principalSchema: "gov",
                        principalTable: "agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignment_agency_group_assignee_group_id",
                        column: x => x.assignee_group_id,
                        principalSchema: "gov",
                        principalTable: "agency_group",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignment_disclosure_task_task_id",
                        column: x => x.task_id,
                        principalSchema: "gov",
                        principalTable: "disclosure_task",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "task_rule",
                schema: "gov",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    clause = table.Column<string>(type: "text", nullable: false),
                    assumed = table.Column<bool>(type: "boolean", nullable: false),
                    fixed_date = table.Column<DateOnly>(type: "date", nullable: true),
                    trigger_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    legal_basis = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    min_count = table.Column<int>(type: "integer", nullable: true),
                    period = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    phrase = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    value = table.Column<decimal>(type: "numeric(12,4)", precision: 12, scale: 4, nullable: true),
                    working_days_after_period = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_rule", x => x.id);
                    table.ForeignKey(
                        name: "fk_task_rule_disclosure_task_task_id",
                        column: x => x.task_id,
                        principalSchema: "gov",
                        principalTable: "disclosure_task",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "trigger_event",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_sample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trigger_event", x => new { x.agency_id, x.id });
                    table.ForeignKey(
                        name: "fk_trigger_event_agency_agency_id",
                        column: x => x.agency_id,
                        principalSchema: "gov",
                        principalTable: "agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_trigger_event_tasks_task_id",
                        column: x => x.task_id,
                        principalSchema: "gov",
                        principalTable: "disclosure_task",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "obligation",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_id = table.Column<Guid>(type: "uuid", nullable: false),
                    occurrence_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    window_start = table.Column<DateOnly>(type: "date", nullable: false),
                    window_end = table.Column<DateOnly>(type: "date", nullable: false),
                    original_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    required_count = table.Column<int>(type: "integer", nullable: false),
                    target = table.Column<decimal>(type: "numeric(12,4)", precision: 12, scale: 4, nullable: true),
                    trigger_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_obligation", x => new { x.agency_id, x.id });
                    table.CheckConstraint("ck_obligation_required_count", "required_count >= 1");
                    table.ForeignKey(
                        name: "fk_obligation_agency_agency_id",
                        column: x => x.agency_id,
                        principalSchema: "gov",
                        principalTable: "agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_obligation_task_rules_rule_id",
                        column: x => x.rule_id,
                        principalSchema: "gov",
                        principalTable: "task_rule",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_obligation_tasks_task_id",
                        column: x => x.task_id,
                        principalSchema: "gov",
                        principalTable: "disclosure_task",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_obligation_trigger_event_agency_id_trigger_id",
                        columns: x => new { x.agency_id, x.trigger_id },
                        principalSchema: "gov",
                        principalTable: "trigger_event",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_obligation_work_plans_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "gov",
                        principalTable: "work_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fulfilment",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    disclosure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reported_value = table.Column<decimal>(type: "numeric(12,4)", precision: 12, scale: 4, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fulfilment", x => new { x.agency_id, x.obligation_id, x.disclosure_id, x.valid_from });
                    table.CheckConstraint("ck_fulfilment_valid", "valid_to > valid_from");
                    table.ForeignKey(
                        name: "fk_fulfilment_disclosure_agency_id_disclosure_id",
                        columns: x => new { x.agency_id, x.disclosure_id },
                        principalSchema: "gov",
                        principalTable: "disclosure",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fulfilment_obligation_agency_id_obligation_id",
                        columns: x => new { x.agency_id, x.obligation_id },
                        principalSchema: "gov",
                        principalTable: "obligation",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "obligation_standing",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    disposition = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    actor_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_obligation_standing", x => new { x.agency_id, x.obligation_id, x.valid_from });
                    table.CheckConstraint("ck_obligation_standing_valid", "valid_to > valid_from");
                    table.ForeignKey(
                        name: "fk_obligation_standing_obligation_agency_id_obligation_id",
                        columns: x => new { x.agency_id, x.obligation_id },
                        principalSchema: "gov",
                        principalTable: "obligation",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agency_code",
                schema: "gov",
                table: "agency",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agency_parent_id",
                schema: "gov",
                table: "agency",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_agency_short_name",
                schema: "gov",
                table: "agency",
                column: "short_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agency_group_phrase",
                schema: "gov",
                table: "agency_group",
                column: "phrase",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agency_group_member_member_agency_id",
                schema: "gov",
                table: "agency_group_member",
                column: "member_agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignment_assignee_agency_id",
                schema: "gov",
                table: "assignment",
                column: "assignee_agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignment_assignee_group_id",
                schema: "gov",
                table: "assignment",
                column: "assignee_group_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignment_task_id_ordinal",
                schema: "gov",
                table: "assignment",
                columns: new[] { "task_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_agency_id_subject_id",
                schema: "gov",
                table: "audit_entry",
                columns: new[] { "agency_id", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_agency_id_published_at_id",
                schema: "gov",
                table: "disclosure",
                columns: new[] { "agency_id", "published_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_agency_id_request_key",
                schema: "gov",
                table: "disclosure",
                columns: new[] { "agency_id", "request_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_task_item_id",
                schema: "gov",
                table: "disclosure_task",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_task_plan_id_number_sequence",
                schema: "gov",
                table: "disclosure_task",
                columns: new[] { "plan_id", "number", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_task_plan_id_ordinal",
                schema: "gov",
                table: "disclosure_task",
                columns: new[] { "plan_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_task_section_id",
                schema: "gov",
                table: "disclosure_task",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_task_subsection_id",
                schema: "gov",
                table: "disclosure_task",
                column: "subsection_id");

            migrationBuilder.CreateIndex(
                name: "ix_fulfilment_agency_id_disclosure_id",
                schema: "gov",
                table: "fulfilment",
                columns: new[] { "agency_id", "disclosure_id" });

            migrationBuilder.CreateIndex(
                name: "ix_obligation_agency_id_rule_id_occurrence_key",
                schema: "gov",
                table: "obligation",
                columns: new[] { "agency_id", "rule_id", "occurrence_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_obligation_agency_id_trigger_id",
                schema: "gov",
                table: "obligation",
                columns: new[] { "agency_id", "trigger_id" });

            migrationBuilder.CreateIndex(
                name: "ix_obligation_plan_id",
                schema: "gov",
                table: "obligation",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_obligation_rule_id_occurrence_key",
                schema: "gov",
                table: "obligation",
                columns: new[] { "rule_id", "occurrence_key" });

            migrationBuilder.CreateIndex(
                name: "ix_obligation_task_id",
                schema: "gov",
                table: "obligation",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "ix_obligation_standing_agency_id_due_at_obligation_id",
                schema: "gov",
                table: "obligation_standing",
                columns: new[] { "agency_id", "due_at", "obligation_id" },
                filter: "valid_to IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_plan_item_subsection_id_ordinal",
                schema: "gov",
                table: "plan_item",
                columns: new[] { "subsection_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_section_plan_id_ordinal",
                schema: "gov",
                table: "plan_section",
                columns: new[] { "plan_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_subsection_section_id_ordinal",
                schema: "gov",
                table: "plan_subsection",
                columns: new[] { "section_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_task_rule_task_id_ordinal",
                schema: "gov",
                table: "task_rule",
                columns: new[] { "task_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_trigger_event_agency_id_kind_reference",
                schema: "gov",
                table: "trigger_event",
                columns: new[] { "agency_id", "kind", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_trigger_event_task_id",
                schema: "gov",
                table: "trigger_event",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_plan_year",
                schema: "gov",
                table: "work_plan",
                column: "year",
                unique: true);

            migrationBuilder.Sql(SqlScript.Read("0001_tenancy.sql"));
            migrationBuilder.Sql(SqlScript.Read("0002_obligations.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agency_group_member",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "assignment",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "audit_entry",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "calendar_entry",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "calendar_year",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "fulfilment",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "obligation_standing",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "agency_group",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "disclosure",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "obligation",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "task_rule",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "trigger_event",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "agency",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "disclosure_task",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "plan_item",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "plan_subsection",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "plan_section",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "work_plan",
                schema: "gov");
        }
    }
}
