using System;
using GovDisclosure.Data.Sql;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovDisclosure.Data.Migrations.Gov
{
    /// <inheritdoc />
    public partial class PlanDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "plan_draft",
                schema: "gov",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    source_text = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    discarded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_draft", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_plan_draft_changed_at_id",
                schema: "gov",
                table: "plan_draft",
                columns: new[] { "changed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_draft_content_hash",
                schema: "gov",
                table: "plan_draft",
                column: "content_hash",
                unique: true,
                filter: "discarded_at IS NULL");

            migrationBuilder.Sql(SqlScript.Read("0007_plan_drafts.sql"));
        }
    }
}
