using System;
using GovDisclosure.Data.Sql;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovDisclosure.Data.Migrations.Gov
{
    /// <inheritdoc />
    public partial class Oversight : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_trigger_event_agency_id_kind_reference",
                schema: "gov",
                table: "trigger_event");

            migrationBuilder.DropIndex(
                name: "ix_task_rule_task_id_ordinal",
                schema: "gov",
                table: "task_rule");

            migrationBuilder.DropIndex(
                name: "ix_obligation_agency_id_rule_id_occurrence_key",
                schema: "gov",
                table: "obligation");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "cancelled_at",
                schema: "gov",
                table: "trigger_event",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cancelled_by_name",
                schema: "gov",
                table: "trigger_event",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cancelled_reason",
                schema: "gov",
                table: "trigger_event",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "superseded_at",
                schema: "gov",
                table: "task_rule",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "passed_by_agency_id",
                schema: "gov",
                table: "obligation",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "passed_obligation_id",
                schema: "gov",
                table: "obligation",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "assumed_rule_default",
                schema: "gov",
                columns: table => new
                {
                    word = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    value = table.Column<decimal>(type: "numeric(12,4)", precision: 12, scale: 4, nullable: true),
                    period = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    trigger_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    basis = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    actor_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assumed_rule_default", x => new { x.word, x.valid_from });
                    table.CheckConstraint("ck_assumed_rule_default_valid", "valid_to > valid_from");
                });

            migrationBuilder.CreateTable(
                name: "case_import",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    uploaded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rows = table.Column<string>(type: "jsonb", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_import", x => new { x.agency_id, x.id });
                    table.ForeignKey(
                        name: "fk_case_import_agency_agency_id",
                        column: x => x.agency_id,
                        principalSchema: "gov",
                        principalTable: "agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_review",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    disclosure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    reviewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reviewed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reviewed_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disclosure_review", x => new { x.agency_id, x.id });
                    table.ForeignKey(
                        name: "fk_disclosure_review_disclosure_agency_id_disclosure_id",
                        columns: x => new { x.agency_id, x.disclosure_id },
                        principalSchema: "gov",
                        principalTable: "disclosure",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty_pass",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    roll_up = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    passed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    passed_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty_pass", x => new { x.agency_id, x.obligation_id });
                    table.ForeignKey(
                        name: "fk_duty_pass_obligation_agency_id_obligation_id",
                        columns: x => new { x.agency_id, x.obligation_id },
                        principalSchema: "gov",
                        principalTable: "obligation",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty_request",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_key = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    asked_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_sample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty_request", x => new { x.agency_id, x.id });
                    table.ForeignKey(
                        name: "fk_duty_request_obligation_agency_id_obligation_id",
                        columns: x => new { x.agency_id, x.obligation_id },
                        principalSchema: "gov",
                        principalTable: "obligation",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "penalty_case",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    trigger_id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_key = table.Column<Guid>(type: "uuid", nullable: false),
                    party_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    party_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    representative_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    facts = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    kinds = table.Column<string[]>(type: "text[]", nullable: false),
                    basis = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    result = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    performance = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    deciding_body = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    platform_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    platform_entered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    corrects_case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    correction_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_penalty_case", x => new { x.agency_id, x.id });
                    table.ForeignKey(
                        name: "fk_penalty_case_agency_agency_id",
                        column: x => x.agency_id,
                        principalSchema: "gov",
                        principalTable: "agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_penalty_case_obligation_agency_id_obligation_id",
                        columns: x => new { x.agency_id, x.obligation_id },
                        principalSchema: "gov",
                        principalTable: "obligation",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_penalty_case_penalty_case_agency_id_corrects_case_id",
                        columns: x => new { x.agency_id, x.corrects_case_id },
                        principalSchema: "gov",
                        principalTable: "penalty_case",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_penalty_case_trigger_event_agency_id_trigger_id",
                        columns: x => new { x.agency_id, x.trigger_id },
                        principalSchema: "gov",
                        principalTable: "trigger_event",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "portal_setting",
                schema: "gov",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    valid_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    value = table.Column<string>(type: "jsonb", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_setting", x => new { x.name, x.valid_from });
                    table.CheckConstraint("ck_portal_setting_valid", "valid_to > valid_from");
                });

            migrationBuilder.CreateTable(
                name: "supervision_notice",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    message = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    reply_by = table.Column<DateOnly>(type: "date", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sent_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_sample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_notice", x => new { x.agency_id, x.id });
                    table.ForeignKey(
                        name: "fk_supervision_notice_agency_agency_id",
                        column: x => x.agency_id,
                        principalSchema: "gov",
                        principalTable: "agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty_part",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sub_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    passed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    part_obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_key = table.Column<Guid>(type: "uuid", nullable: false),
                    is_chosen = table.Column<bool>(type: "boolean", nullable: false),
                    passed_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    taken_back_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_back_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    taken_back_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty_part", x => new { x.agency_id, x.obligation_id, x.sub_unit_id, x.passed_at });
                    table.ForeignKey(
                        name: "fk_duty_part_agency_sub_unit_id",
                        column: x => x.sub_unit_id,
                        principalSchema: "gov",
                        principalTable: "agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_duty_part_duty_pass_agency_id_obligation_id",
                        columns: x => new { x.agency_id, x.obligation_id },
                        principalSchema: "gov",
                        principalTable: "duty_pass",
                        principalColumns: new[] { "agency_id", "obligation_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rolled_up_fulfilment",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fulfilled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rolled_up_fulfilment", x => new { x.agency_id, x.obligation_id, x.valid_from });
                    table.CheckConstraint("ck_rolled_up_fulfilment_valid", "valid_to > valid_from");
                    table.ForeignKey(
                        name: "fk_rolled_up_fulfilment_duty_pass_agency_id_obligation_id",
                        columns: x => new { x.agency_id, x.obligation_id },
                        principalSchema: "gov",
                        principalTable: "duty_pass",
                        principalColumns: new[] { "agency_id", "obligation_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "request_decision",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    granted = table.Column<bool>(type: "boolean", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_decision", x => new { x.agency_id, x.request_id });
                    table.ForeignKey(
                        name: "fk_request_decision_duty_request_agency_id_request_id",
                        columns: x => new { x.agency_id, x.request_id },
                        principalSchema: "gov",
                        principalTable: "duty_request",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_exemption",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scope = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    approved = table.Column<bool>(type: "boolean", nullable: true),
                    decision_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    is_sample = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_exemption", x => new { x.agency_id, x.id });
                    table.CheckConstraint("ck_case_exemption_two_people", "decided_by_id <> asked_by_id");
                    table.ForeignKey(
                        name: "fk_case_exemption_penalty_case_agency_id_case_id",
                        columns: x => new { x.agency_id, x.case_id },
                        principalSchema: "gov",
                        principalTable: "penalty_case",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "published_case",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    disclosure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    party_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    party_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    representative_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    facts = table.Column<string>(type: "text", nullable: false),
                    kinds = table.Column<string[]>(type: "text[]", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<string>(type: "text", nullable: false),
                    performance = table.Column<string>(type: "text", nullable: false),
                    deciding_body = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    part_ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    corrects_case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    external_address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_down_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_down_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    taken_down_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    is_sample = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_case", x => new { x.agency_id, x.id });
                    table.ForeignKey(
                        name: "fk_published_case_agency_agency_id",
                        column: x => x.agency_id,
                        principalSchema: "gov",
                        principalTable: "agency",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_published_case_disclosure_agency_id_disclosure_id",
                        columns: x => new { x.agency_id, x.disclosure_id },
                        principalSchema: "gov",
                        principalTable: "disclosure",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_published_case_penalty_case_agency_id_case_id",
                        columns: x => new { x.agency_id, x.case_id },
                        principalSchema: "gov",
                        principalTable: "penalty_case",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "supervision_item",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_item", x => new { x.agency_id, x.notice_id, x.obligation_id });
                    table.ForeignKey(
                        name: "fk_supervision_item_obligation_agency_id_obligation_id",
                        columns: x => new { x.agency_id, x.obligation_id },
                        principalSchema: "gov",
                        principalTable: "obligation",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_supervision_item_supervision_notice_agency_id_notice_id",
                        columns: x => new { x.agency_id, x.notice_id },
                        principalSchema: "gov",
                        principalTable: "supervision_notice",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "supervision_reply",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_key = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    expected_on = table.Column<DateOnly>(type: "date", nullable: true),
                    replied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    replied_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    replied_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_reply", x => new { x.agency_id, x.id });
                    table.ForeignKey(
                        name: "fk_supervision_reply_supervision_notice_agency_id_notice_id",
                        columns: x => new { x.agency_id, x.notice_id },
                        principalSchema: "gov",
                        principalTable: "supervision_notice",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_trigger_event_agency_id_kind_reference",
                schema: "gov",
                table: "trigger_event",
                columns: new[] { "agency_id", "kind", "reference" },
                unique: true,
                filter: "cancelled_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_trigger_event_agency_id_occurred_at_id",
                schema: "gov",
                table: "trigger_event",
                columns: new[] { "agency_id", "occurred_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_task_rule_task_id_ordinal",
                schema: "gov",
                table: "task_rule",
                columns: new[] { "task_id", "ordinal" },
                unique: true,
                filter: "superseded_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_obligation_agency_id_rule_id_occurrence_key",
                schema: "gov",
                table: "obligation",
                columns: new[] { "agency_id", "rule_id", "occurrence_key" },
                unique: true,
                filter: "passed_obligation_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_obligation_passed_by_agency_id_passed_obligation_id",
                schema: "gov",
                table: "obligation",
                columns: new[] { "passed_by_agency_id", "passed_obligation_id" },
                filter: "passed_obligation_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_logged_at_id",
                schema: "gov",
                table: "disclosure",
                columns: new[] { "logged_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_at_id",
                schema: "gov",
                table: "audit_entry",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_assumed_rule_default_present",
                schema: "gov",
                table: "assumed_rule_default",
                column: "word",
                unique: true,
                filter: "valid_to IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_exemption_waiting",
                schema: "gov",
                table: "case_exemption",
                columns: new[] { "agency_id", "case_id" },
                unique: true,
                filter: "decided_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_review_agency_id_disclosure_id_outcome",
                schema: "gov",
                table: "disclosure_review",
                columns: new[] { "agency_id", "disclosure_id", "outcome" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duty_part_agency_id_obligation_id_sub_unit_id",
                schema: "gov",
                table: "duty_part",
                columns: new[] { "agency_id", "obligation_id", "sub_unit_id" },
                unique: true,
                filter: "taken_back_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_duty_part_obligation_id",
                schema: "gov",
                table: "duty_part",
                column: "obligation_id");

            migrationBuilder.CreateIndex(
                name: "ix_duty_part_sub_unit_id_part_obligation_id",
                schema: "gov",
                table: "duty_part",
                columns: new[] { "sub_unit_id", "part_obligation_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duty_request_agency_id_obligation_id",
                schema: "gov",
                table: "duty_request",
                columns: new[] { "agency_id", "obligation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_request_agency_id_request_key",
                schema: "gov",
                table: "duty_request",
                columns: new[] { "agency_id", "request_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duty_request_asked_at_id",
                schema: "gov",
                table: "duty_request",
                columns: new[] { "asked_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_penalty_case_agency_id_corrects_case_id",
                schema: "gov",
                table: "penalty_case",
                columns: new[] { "agency_id", "corrects_case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_penalty_case_agency_id_obligation_id",
                schema: "gov",
                table: "penalty_case",
                columns: new[] { "agency_id", "obligation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_penalty_case_agency_id_request_key",
                schema: "gov",
                table: "penalty_case",
                columns: new[] { "agency_id", "request_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_penalty_case_agency_id_trigger_id",
                schema: "gov",
                table: "penalty_case",
                columns: new[] { "agency_id", "trigger_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_setting_present",
                schema: "gov",
                table: "portal_setting",
                column: "name",
                unique: true,
                filter: "valid_to IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_published_case_agency_id_corrects_case_id",
                schema: "gov",
                table: "published_case",
                columns: new[] { "agency_id", "corrects_case_id" },
                filter: "corrects_case_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_published_case_agency_id_disclosure_id",
                schema: "gov",
                table: "published_case",
                columns: new[] { "agency_id", "disclosure_id" });

            migrationBuilder.CreateIndex(
                name: "ix_published_case_id",
                schema: "gov",
                table: "published_case",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_published_case_public",
                schema: "gov",
                table: "published_case",
                columns: new[] { "published_at", "id" },
                filter: "taken_down_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_published_case_standing",
                schema: "gov",
                table: "published_case",
                columns: new[] { "agency_id", "case_id" },
                unique: true,
                filter: "taken_down_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_supervision_item_agency_id_obligation_id",
                schema: "gov",
                table: "supervision_item",
                columns: new[] { "agency_id", "obligation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_notice_agency_id_batch_id",
                schema: "gov",
                table: "supervision_notice",
                columns: new[] { "agency_id", "batch_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_supervision_notice_sent_at_id",
                schema: "gov",
                table: "supervision_notice",
                columns: new[] { "sent_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_notice_year_number",
                schema: "gov",
                table: "supervision_notice",
                columns: new[] { "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_supervision_reply_agency_id_notice_id_replied_at",
                schema: "gov",
                table: "supervision_reply",
                columns: new[] { "agency_id", "notice_id", "replied_at" });

            migrationBuilder.CreateIndex(
                name: "ix_supervision_reply_agency_id_request_key",
                schema: "gov",
                table: "supervision_reply",
                columns: new[] { "agency_id", "request_key" },
                unique: true);

            migrationBuilder.Sql(SqlScript.Read("0003_oversight.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assumed_rule_default",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "case_exemption",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "case_import",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "disclosure_review",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "duty_part",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "portal_setting",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "published_case",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "request_decision",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "rolled_up_fulfilment",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "supervision_item",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "supervision_reply",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "penalty_case",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "duty_request",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "duty_pass",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "supervision_notice",
                schema: "gov");

            migrationBuilder.DropIndex(
                name: "ix_trigger_event_agency_id_kind_reference",
                schema: "gov",
                table: "trigger_event");

            migrationBuilder.DropIndex(
                name: "ix_trigger_event_agency_id_occurred_at_id",
                schema: "gov",
                table: "trigger_event");

            migrationBuilder.DropIndex(
                name: "ix_task_rule_task_id_ordinal",
                schema: "gov",
                table: "task_rule");

            migrationBuilder.DropIndex(
                name: "ix_obligation_agency_id_rule_id_occurrence_key",
                schema: "gov",
                table: "obligation");

            migrationBuilder.DropIndex(
                name: "ix_obligation_passed_by_agency_id_passed_obligation_id",
                schema: "gov",
                table: "obligation");

            migrationBuilder.DropIndex(
                name: "ix_disclosure_logged_at_id",
                schema: "gov",
                table: "disclosure");

            migrationBuilder.DropIndex(
                name: "ix_audit_entry_at_id",
                schema: "gov",
                table: "audit_entry");

            migrationBuilder.DropColumn(
                name: "cancelled_at",
                schema: "gov",
                table: "trigger_event");

            migrationBuilder.DropColumn(
                name: "cancelled_by_name",
                schema: "gov",
                table: "trigger_event");

            migrationBuilder.DropColumn(
                name: "cancelled_reason",
                schema: "gov",
                table: "trigger_event");

            migrationBuilder.DropColumn(
                name: "superseded_at",
                schema: "gov",
                table: "task_rule");

            migrationBuilder.DropColumn(
                name: "passed_by_agency_id",
                schema: "gov",
                table: "obligation");

            migrationBuilder.DropColumn(
                name: "passed_obligation_id",
                schema: "gov",
                table: "obligation");

            migrationBuilder.CreateIndex(
                name: "ix_trigger_event_agency_id_kind_reference",
                schema: "gov",
                table: "trigger_event",
                columns: new[] { "agency_id", "kind", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_task_rule_task_id_ordinal",
                schema: "gov",
                table: "task_rule",
                columns: new[] { "task_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_obligation_agency_id_rule_id_occurrence_key",
                schema: "gov",
                table: "obligation",
                columns: new[] { "agency_id", "rule_id", "occurrence_key" },
                unique: true);
        }
    }
}
