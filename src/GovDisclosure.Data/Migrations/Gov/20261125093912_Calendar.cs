using System;
using GovDisclosure.Data.Sql;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovDisclosure.Data.Migrations.Gov
{
    /// <inheritdoc />
    public partial class Calendar : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "calendar_draft",
                schema: "gov",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    prepared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    prepared_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_notice",
                schema: "gov",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    announces = table.Column<bool>(type: "boolean", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    loaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    loaded_by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    undoes_id = table.Column<Guid>(type: "uuid", nullable: true),
                    moved = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_notice", x => x.id);
                    table.CheckConstraint("ck_calendar_notice_moved", "moved >= 0");
                    table.ForeignKey(
                        name: "fk_calendar_notice_calendar_notice_undoes_id",
                        column: x => x.undoes_id,
                        principalSchema: "gov",
                        principalTable: "calendar_notice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_notice_day",
                schema: "gov",
                columns: table => new
                {
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_notice_day", x => new { x.notice_id, x.date });
                    table.ForeignKey(
                        name: "fk_calendar_notice_day_calendar_notice_notice_id",
                        column: x => x.notice_id,
                        principalSchema: "gov",
                        principalTable: "calendar_notice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_calendar_notice_loaded_at",
                schema: "gov",
                table: "calendar_notice",
                column: "loaded_at",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_calendar_notice_undoes_id",
                schema: "gov",
                table: "calendar_notice",
                column: "undoes_id",
                unique: true);

            migrationBuilder.Sql(SqlScript.Read("0006_calendar.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calendar_draft",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "calendar_notice_day",
                schema: "gov");

            migrationBuilder.DropTable(
                name: "calendar_notice",
                schema: "gov");
        }
    }
}
