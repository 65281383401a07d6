using System;
using GovDisclosure.Data.Sql;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovDisclosure.Data.Migrations.Gov
{
    /// <inheritdoc />
    public partial class PlanRevisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_disclosure_task_plan_id_number_sequence",
                schema: "gov",
                table: "disclosure_task");

            migrationBuilder.DropIndex(
                name: "ix_assignment_task_id_ordinal",
                schema: "gov",
                table: "assignment");

            migrationBuilder.AddColumn<Guid>(
                name: "continues_rule_id",
                schema: "gov",
                table: "task_rule",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "revision_id",
                schema: "gov",
                table: "obligation_standing",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "continues_id",
                schema: "gov",
                table: "obligation",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ended_at",
                schema: "gov",
                table: "disclosure_task",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ended_by_revision_id",
                schema: "gov",
                table: "disclosure_task",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ended_at",
                schema: "gov",
                table: "assignment",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "obligation_role",
                schema: "gov",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_obligation_role", x => new { x.agency_id, x.obligation_id, x.valid_from });
                    table.CheckConstraint("ck_obligation_role_valid", "valid_to > valid_from");
                    table.ForeignKey(
                        name: "fk_obligation_role_obligation_agency_id_obligation_id",
                        columns: x => new { x.agency_id, x.obligation_id },
                        principalSchema: "gov",
                        principalTable: "obligation",
                        principalColumns: new[] { "agency_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_revision",
                schema: "gov",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    document_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    issuer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    before = table.Column<string>(type: "jsonb", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_revision", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_revision_work_plan_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "gov",
                        principalTable: "work_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "task_wording",
                schema: "gov",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    attribution = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_wording", x => new { x.task_id, x.revision_id });
                    table.ForeignKey(
                        name: "fk_task_wording_plan_revision_revision_id",
                        column: x => x.revision_id,
                        principalSchema: "gov",
                        principalTable: "plan_revision",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_task_wording_tasks_task_id",
                        column: x => x.task_id,
                        principalSchema: "gov",
                        principalTable: "disclosure_task",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_task_rule_continues_rule_id",
                schema: "gov",
                table: "task_rule",
                column: "continues_rule_id");

            migrationBuilder.CreateIndex(
                name: "ix_obligation_standing_revision_id",
                schema: "gov",
                table: "obligation_standing",
                column: "revision_id",
                filter: "revision_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_obligation_agency_id_continues_id",
                schema: "gov",
                table: "obligation",
                columns: new[] { "agency_id", "continues_id" },
                filter: "continues_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_task_ended_by_revision_id",
                schema: "gov",
                table: "disclosure_task",
                column: "ended_by_revision_id");

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_task_plan_id_number_sequence",
                schema: "gov",
                table: "disclosure_task",
                columns: new[] { "plan_id", "number", "sequence" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_assignment_task_id_ordinal",
                schema: "gov",
                table: "assignment",
                columns: new[] { "task_id", "ordinal" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_plan_revision_plan_id_ordinal",
                schema: "gov",
                table: "plan_revision",
                columns: new[] { "plan_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_task_wording_revision_id",
                schema: "gov",
                table: "task_wording",
                column: "revision_id");

            migrationBuilder.AddForeignKey(
                name: "fk_disclosure_task_plan_revision_ended_by_revision_id",
                schema: "gov",
                table: "disclosure_task",
                column: "ended_by_revision_id",
                principalSchema: "gov",
                principalTable: "plan_revision",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_obligation_obligation_agency_id_continues_id",
                schema: "gov",
                table: "obligation",
                columns: new[] { "agency_id", "continues_id" },
                principalSchema: "gov",
                principalTable: "obligation",
                principalColumns: new[] { "agency_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_obligation_standing_plan_revisions_revision_id",
                schema: "gov",
                table: "obligation_standing",
                column: "revision_id",
                principalSchema: "gov",
                principalTable: "plan_revision",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_task_rule_task_rule_continues_rule_id",
                schema: "gov",
                table: "task_rule",
                column: "continues_rule_id",
                principalSchema: "gov",
                principalTable: "task_rule",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql(SqlScript.Read("0010_revisions.sql"));
        }
    }
}
